/// The identification string that begins an SSH connection (RFC 4253 section 4.2).
package enum SSH: ApplicationProtocol {
  package static let id = ProtocolID.ssh
  package static let reference = "RFC 4253"
  package static let tcpPorts: [UInt16] = [22]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    reader.starts(with: "SSH-2.0-") || reader.starts(with: "SSH-1.")
  }

  // Without its banner a connection to its port is something else.
  package static func acceptsStream(_ reader: ByteReader) -> Bool { false }
}
