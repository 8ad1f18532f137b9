/// What an IMAP server says first (RFC 9051 section 7.1).
package enum IMAPGreeting {
  package static func recognizes(_ reader: ByteReader) -> Bool {
    ["* OK ", "* PREAUTH ", "* BYE "].contains { reader.starts(with: $0) }
  }
}
