import PacketDecoding

/// Two hosts, with a number that tells apart what goes between them.
struct HostPair: FastHashable {
  var first: IPAddress
  var second: IPAddress
  var number: UInt64 = 0

  @inline(__always)
  static func == (left: HostPair, right: HostPair) -> Bool {
    left.first == right.first && left.second == right.second && left.number == right.number
  }

  @inline(__always)
  func hashed(by hash: FastHash) -> UInt64 {
    hash(first.highWord, first.low, second.highWord, second.low, number)
  }
}
