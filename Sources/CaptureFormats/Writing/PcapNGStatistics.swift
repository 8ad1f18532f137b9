/// What an interface counted while a section was written (interface statistics block,
/// draft-ietf-opsawg-pcapng section 4.6).
package struct PcapNGStatistics: Equatable, Sendable {
  package var start: Timestamp
  package var end: Timestamp
  package var received: UInt64?
  /// Packets that are missing in the section.
  package var dropped: UInt64?

  package init(
    start: Timestamp, end: Timestamp, received: UInt64? = nil, dropped: UInt64? = nil
  ) {
    self.start = start
    self.end = end
    self.received = received
    self.dropped = dropped
  }
}
