/// Fragments of IP datagrams (RFC 791, RFC 8200).
package struct FragmentSummary: Equatable, Sendable {
  package var packets: UInt64 = 0
  /// Datagrams that became whole.
  package var datagrams: UInt64 = 0
  /// Datagrams of which a part never came.
  package var incomplete: UInt64 = 0
  /// Parts that overlap others.
  package var overlaps: UInt64 = 0
  /// Overlapping parts whose bytes differ from those that came first.
  package var conflicts: UInt64 = 0
  /// Datagrams that were given up for want of room.
  var beyond: UInt64 = 0

  package init() {}

  mutating func add(_ overlap: FragmentedDatagram.Overlap, isWhole: Bool) {
    packets += 1
    if isWhole { datagrams += 1 }
    if overlap.isAny { overlaps += 1 }
    if overlap.isConflict { conflicts += 1 }
  }

  mutating func merge(_ other: FragmentSummary) {
    packets += other.packets
    datagrams += other.datagrams
    incomplete += other.incomplete
    overlaps += other.overlaps
    conflicts += other.conflicts
    beyond += other.beyond
  }
}
