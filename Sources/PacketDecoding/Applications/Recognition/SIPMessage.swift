/// A request or response of SIP by its first line (RFC 3261 section 7).
package enum SIPMessage {
  package static func recognizes(_ reader: ByteReader) -> Bool {
    reader.starts(with: "SIP/2.0 ") || reader.firstLine.ends(with: " SIP/2.0")
  }
}
