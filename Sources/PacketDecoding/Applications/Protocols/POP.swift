/// What a POP3 server says first (RFC 1939 section 4).
package enum POP: ApplicationProtocol {
  package static let id = ProtocolID.pop
  package static let reference = "RFC 1939"
  package static let tcpPorts: [UInt16] = [110]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "+OK ") else { return false }
    let line = reader.firstLine
    // The time stamp in angle brackets offers APOP.
    return line.contains(lowercase: "pop") || line.contains(lowercase: "dovecot")
      || line.contains(lowercase: "ready") || line.distance(to: UInt8(ascii: "<")) != nil
  }
}
