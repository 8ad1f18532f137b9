/// Packets and bytes by IP protocol number.
struct TransportTally: Sendable {
  /// Index 256 is everything without IP.
  private var packets = InlineArray<257, UInt64>(repeating: 0)
  private var bytes = InlineArray<257, UInt64>(repeating: 0)

  /// Counts a packet; nil is one without IP.
  @inline(__always)
  mutating func add(_ ipProtocol: UInt8?, bytes length: UInt64) {
    let place = ipProtocol.map(Int.init) ?? 256
    packets[place] &+= 1
    bytes[place] &+= length
  }

  mutating func merge(_ other: TransportTally) {
    for index in packets.indices {
      packets[index] &+= other.packets[index]
      bytes[index] &+= other.bytes[index]
    }
  }

  /// Most bytes first, "Other" last.
  func shares() -> [TransportShare] {
    var shares: [TransportShare] = []
    var other = TransportShare(name: "Other", packets: 0, bytes: 0)
    for index in packets.indices where packets[index] > 0 {
      if index < 256, let name = TransportName.known(UInt8(index)) {
        shares.append(TransportShare(name: name, packets: packets[index], bytes: bytes[index]))
      } else {
        other.packets += packets[index]
        other.bytes += bytes[index]
      }
    }
    shares.sort { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
    return other.packets > 0 ? shares + [other] : shares
  }
}
