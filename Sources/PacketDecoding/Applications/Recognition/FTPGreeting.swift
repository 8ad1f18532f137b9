/// What an FTP server says first (RFC 959 section 5.4).
package enum FTPGreeting {
  package static func recognizes(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "220 ") || reader.starts(with: "220-") else { return false }
    return reader.firstLine.contains(lowercase: "ftp")
  }
}
