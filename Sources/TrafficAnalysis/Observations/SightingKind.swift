/// What a packet can show that a finding may be about.
package enum SightingKind: UInt8, CaseIterable, Sendable {
  /// A segment that was sent again (`tcp.analysis.retransmission`).
  case retransmission
  /// A window closed by its receiver (`tcp.analysis.zero_window`).
  case zeroWindow
  /// An acknowledgment of data that was not captured (`tcp.analysis.ack_lost_segment`).
  case ackedUnseen
  /// A reset of a connection (`tcp.flags.reset`).
  case reset
  /// A segment without a connection, by whose answer ports are probed; the detail is a `StealthProbe`.
  case stealthProbe
  /// An ICMP error that says a datagram was too big; the detail is the MTU that it names.
  case packetTooBig
  /// A frame whose headers were cut off by the snap length.
  case cutHeaders
  /// A time stamp far before that of the packet in front of it.
  case clockSetBack
  /// A frame that is in the capture a moment before, too.
  case duplicateFrame
  /// A DNS response with code SERVFAIL or REFUSED.
  case dnsFailure
  /// A DNS response that differs from its query, or from another response to it.
  case dnsContradiction
  /// A DNS response over UDP that is large or truncated.
  case dnsOversized
}
