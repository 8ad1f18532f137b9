import PacketDecoding
import TestSupport
import Testing

struct WireGuardTests {
  static func message(_ type: UInt8, _ count: Int) -> Bytes {
    Bytes([type, 0, 0, 0] + [UInt8].pattern(count - 4))
  }

  @Test func recognizesMessagesByTypeAndLength() {
    for (type, count) in [(1, 148), (2, 92), (3, 64), (4, 32), (4, 1500)] {
      let message = Self.message(UInt8(type), count)
      #expect(message.withReader { WireGuard.recognizesDatagram($0) })
      #expect(!message.prefix(31).withReader { WireGuard.recognizesDatagram($0) })
    }
    #expect(!Self.message(1, 149).withReader { WireGuard.recognizesDatagram($0) })
    #expect(!Self.message(5, 148).withReader { WireGuard.recognizesDatagram($0) })
    #expect(WireGuard.reading(Self.message(1, 148))[WireGuard.kind] == ["Handshake Initiation"])
    #expect(WireGuard.reading(Self.message(4, 48)).values.isEmpty)
  }
}
