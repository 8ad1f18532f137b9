/// What one endpoint of a TCP connection sent.
///
/// The terms are Wireshark's (User's Guide, "TCP Analysis") where it has one, else tcptrace's.
package struct TCPDirection: Equatable, Sendable {
  /// Bytes of payload: all, those sent for the first time, and those sent again.
  package var sentBytes: UInt64 = 0
  package var uniqueBytes: UInt64 = 0
  package var retransmittedBytes: UInt64 = 0
  /// All segments sent again, the fast and the spurious ones included.
  package var retransmissions: UInt64 = 0
  package var fastRetransmissions: UInt64 = 0
  package var spuriousRetransmissions: UInt64 = 0
  package var outOfOrder: UInt64 = 0
  package var duplicateACKs: UInt64 = 0
  package var lostSegments: UInt64 = 0
  package var ackedUnseenSegments: UInt64 = 0
  package var zeroWindows: UInt64 = 0
  package var zeroWindowProbes: UInt64 = 0
  package var windowFull: UInt64 = 0
  package var windowUpdates: UInt64 = 0
  package var keepAlives: UInt64 = 0
  package var keepAliveACKs: UInt64 = 0
  package var resets: UInt64 = 0
  package var sackBlocks: UInt64 = 0
  /// The least and the most it was ready to receive, in bytes, by segments without SYN and RST.
  package var smallestWindow: UInt64?
  package var largestWindow: UInt64?
  /// Bytes of payload sent before the first of them was acknowledged; nil if the SYN was not seen.
  package var initialWindow: UInt64?
  /// Bytes of payload in the largest segment.
  package var largestSegment: UInt64 = 0
  /// The longest time between two segments, in nanoseconds.
  package var longestIdleNanoseconds: Int64 = 0
  /// From its segments to the ACKs of exactly their ends; nil if none was measured.
  package var roundTrips: RoundTrips?
  /// What its SYN offered; nil if that was not seen.
  package var options: TCPOptions?

  package init() {}
}

/// What a SYN offered.
package struct TCPOptions: Equatable, Sendable {
  /// Nil without the option, as below.
  package var maximumSegmentSize: UInt16?
  /// Windows are shifted by so many bits.
  package var windowScale: UInt8?
  package var permitsSACK = false
  package var timestamps = false

  package init() {}
}
