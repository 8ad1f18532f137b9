package import PacketDecoding

/// How many messages of ICMP one host sent another within a while.
package struct ICMPRate: Sendable {
  package var source: IPAddress
  package var destination: IPAddress
  /// The most in a span of ``span`` nanoseconds.
  package var most: UInt64 = 0
  package var messages: UInt64 = 0
  package var packets = PacketNumbers()
  private var current: UInt64 = 0
  private var place = Int64.min

  package static let span: Int64 = 10_000_000_000
  /// Pairs that never sent so many in a span are not told of.
  package static let least: UInt64 = 100

  package init(source: IPAddress, destination: IPAddress) {
    self.source = source
    self.destination = destination
  }

  mutating func add(time: Int64, number: UInt64) {
    // Spans follow one another from 1970 on, so that nothing but a count is kept.
    let span = time / Self.span
    if span != place {
      place = span
      current = 0
    }
    current += 1
    messages += 1
    packets.add(number)
    most = max(most, current)
  }

  mutating func merge(_ other: ICMPRate) {
    most = max(most, other.most)
    messages += other.messages
    packets.merge(other.packets)
  }
}
