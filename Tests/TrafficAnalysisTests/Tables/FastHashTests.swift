import PacketDecoding
import Testing
import TrafficAnalysis

/// Nobody who knows this program, but not its seed, can aim at one bucket.
struct FastHashTests {
  /// Words that make a factor zero where nothing secret is mixed in.
  static let words: [UInt64] = [
    0, .max, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x9E37_79B9_7F4A_7C15,
  ]

  @Test(arguments: words, [0, 1, 0x1234_5678_9ABC_DEF0] as [UInt64])
  func tellsAddressesOfManyNetworksApart(interface: UInt64, seed: UInt64) {
    let hash = FastHash(seed: seed)
    let networks = 1...1000 as ClosedRange<UInt64>
    let addresses = networks.map { IPAddress(high: 0x2001_0DB8 << 32 | $0, low: interface) }
    #expect(Set(addresses.map { $0.hashed(by: hash) }).count == addresses.count)
    let flows = addresses.map {
      FlowKey(
        lowHigh: $0.high, lowLow: $0.low, highHigh: .max, highLow: interface, rest: 6 << 32)
    }
    #expect(Set(flows.map { $0.hash(hash) }).count == flows.count)
  }
}
