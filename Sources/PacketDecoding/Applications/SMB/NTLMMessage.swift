/// Who authenticates, of an NTLM authenticate message (MS-NLMP section 2.2.1.3).
///
/// What proves it, and can be guessed from, is not read.
struct NTLMMessage {
  static let domain = ApplicationField("ntlmssp.auth.domain", "Domain")
  static let user = ApplicationField("ntlmssp.auth.username", "User")
  static let host = ApplicationField("ntlmssp.auth.hostname", "Client")
  static let fields = [user, domain, host]

  private static let signature = "NTLMSSP\0"

  let domain: String
  let user: String
  let host: String

  /// Finds the message in a security token, which may wrap it in SPNEGO.
  init?(in token: ByteReader) {
    var reader = token
    while reader.remaining >= 12, !reader.starts(with: Self.signature) { reader.advance(1) }
    guard reader.peekLittleEndian(at: 8, as: UInt32.self) == 3 else { return nil }
    let isUnicode = reader.peekLittleEndian(at: 60, as: UInt32.self).map { $0 & 1 != 0 } ?? true
    domain = Self.text(reader, field: 28, isUnicode)
    user = Self.text(reader, field: 36, isUnicode)
    host = Self.text(reader, field: 44, isUnicode)
  }

  /// The text that a field of length, room and offset refers to.
  private static func text(_ message: ByteReader, field: Int, _ isUnicode: Bool) -> String {
    guard let length: UInt16 = message.peekLittleEndian(at: field),
      let offset: UInt32 = message.peekLittleEndian(at: field + 4), length > 0
    else { return "" }
    var text = message.slice(at: Int(offset), count: Int(length))
    let count = text.remaining
    return (isUnicode ? try? text.readUTF16(count) : try? text.readText(count)) ?? ""
  }

  func count(into notes: inout ApplicationNotes) {
    for (field, text) in [(Self.user, user), (Self.domain, domain), (Self.host, host)]
    where !text.isEmpty { notes.count(field, text) }
  }
}
