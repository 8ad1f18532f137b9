/// A heartbeat in clear text (RFC 6520 section 4).
package struct TLSHeartbeat: Hashable, Sendable {
  package var isRequest: Bool
  /// How long it says its payload is.
  package var payloadLength: Int
  /// How long the record is that holds it, with three bytes of header and at least 16 of padding.
  package var recordLength: Int

  /// Whether it claims more than it brings, as a request does that wants to read foreign memory
  /// ("Heartbleed", CVE-2014-0160).
  package var claimsTooMuch: Bool { payloadLength + 3 > recordLength }
}
