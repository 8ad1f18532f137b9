import PacketDecoding
import TestSupport
import Testing

struct IPXTests {
  /// A datagram of type `type` from and to `socket`.
  static func datagram(_ socket: Bytes, _ payload: Bytes) -> Bytes {
    "ffff" + Frames.number(UInt16(30 + payload.array.count)) + "00 04 00000000 ffffffffffff"
      + socket + "00000000 00005e00530a" + socket + payload
  }

  static func zeros(_ count: Int) -> Bytes { Bytes([UInt8](repeating: 0x20, count: count)) }

  @Test(
    arguments: [
      ("0455", 34, "eth/ipx/smb"), ("0553", 68, "eth/ipx/smb"), ("0455", 68, "eth/ipx"),
      ("0553", 34, "eth/ipx"), ("0452", 34, "eth/ipx"),
    ] as [(Bytes, Int, String)])
  func knowsSMBBehindNames(socket: Bytes, names: Int, path: String) {
    let payload = Self.zeros(names) + "ff534d42 2500"
    let packet = DecodedPacket(ethernet: 0x8137, Self.datagram(socket, payload))
    #expect(packet.path.description == path)
    #expect(packet.stop == nil && packet.unknown == .none)
    if path.hasSuffix("smb") { #expect(packet.payload.count == 6) }
  }

  @Test func staysWithIPXWhereItIsCutShort() {
    let whole = Self.datagram("0455", Self.zeros(34) + "ff534d42")
    for length in 0..<whole.array.count {
      let packet = DecodedPacket(ethernet: 0x8137, whole.prefix(length))
      #expect(packet.path.description == "eth/ipx")
      #expect(packet.stop == nil)
    }
  }
}
