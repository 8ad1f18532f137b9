/// The identification string that begins an SSH connection (RFC 4253 section 4.2).
package enum SSHBanner {
  package static func recognizes(_ reader: ByteReader) -> Bool {
    reader.starts(with: "SSH-2.0-") || reader.starts(with: "SSH-1.")
  }
}
