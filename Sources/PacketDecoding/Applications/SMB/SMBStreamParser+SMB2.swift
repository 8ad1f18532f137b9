extension SMBStreamParser {
  /// Reads a message and those that are compounded with it (MS-SMB2 section 3.2.4.1.4).
  func readSMB2(
    _ message: ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    var rest = message
    var infos: [String] = []
    for _ in 0..<16 {
      guard rest.peek() == SMB2.magic else { break }
      let step = rest.peekLittleEndian(at: 20, as: UInt32.self).map { Int($0) } ?? 0
      let whole = step > 0 ? rest.prefix(step) : rest
      var body = whole
      let header = try SMB2Header(parsing: &body)
      notes.info = nil
      readSMB2(header, body, whole, into: &notes)
      infos.append(notes.info ?? Self.info(header))
      guard step >= SMB2Header.byteCount, step < rest.remaining else { break }
      rest.advance(step)
    }
    notes.info = infos.joined(separator: ";")
  }

  private static func info(_ header: SMB2Header) -> String {
    let name = "\(SMB2.commands[header.command]) \(header.isResponse ? "Response" : "Request")"
    guard header.isResponse, header.status != .success else { return name }
    return "\(name), Error: \(header.status)"
  }

  /// Reads one message, whose offsets count from the beginning of `whole`.
  private func readSMB2(
    _ header: SMB2Header, _ body: ByteReader, _ whole: ByteReader,
    into notes: inout ApplicationNotes
  ) {
    notes.count(SMB2.command, SMB2.commands[header.command])
    if header.isResponse, header.status != .success {
      notes.count(SMB2.status, header.status.description)
    }
    switch (header.command, header.isResponse) {
    case (0, false): offered(body, into: &notes)
    case (0, true) where header.status == .success: chosen(body, whole, into: &notes)
    case (1, false):
      guard let token = Self.buffer(whole, body, offset: 12, length: 14) else { return }
      guard let message = NTLMMessage(in: token) else { return }
      message.count(into: &notes)
      notes.info = Self.info(header) + ", NTLMSSP_AUTH, User: \(message.domain)\\\(message.user)"
    case (3, false): name(SMB2.share, "Tree", header, whole, body, offset: 4, into: &notes)
    case (5, false): name(SMB2.file, "File", header, whole, body, offset: 44, into: &notes)
    case (8, true), (9, false), (11, _): pipe(header, body, whole, into: &notes)
    default: break
    }
  }

  /// The bytes that a 16-bit offset and length refer to.
  @_lifetime(copy whole)
  private static func buffer(
    _ whole: ByteReader, _ body: ByteReader, offset: Int, length: Int
  ) -> ByteReader? {
    guard let start: UInt16 = body.peekLittleEndian(at: offset),
      let count: UInt16 = body.peekLittleEndian(at: length)
    else { return nil }
    return whole.slice(at: Int(start), count: Int(count))
  }

  private func name(
    _ field: ApplicationField, _ word: String, _ header: SMB2Header, _ whole: ByteReader,
    _ body: ByteReader, offset: Int, into notes: inout ApplicationNotes
  ) {
    guard var text = Self.buffer(whole, body, offset: offset, length: offset + 2) else { return }
    let count = text.remaining
    guard let name = try? text.readUTF16(count), !name.isEmpty else { return }
    notes.count(field, name)
    notes.info = "\(Self.info(header)) \(word): \(name)"
  }

  /// What goes through a pipe with a read, a write or FSCTL_PIPE_TRANSCEIVE.
  private func pipe(
    _ header: SMB2Header, _ body: ByteReader, _ whole: ByteReader,
    into notes: inout ApplicationNotes
  ) {
    let transceive: UInt32 = 0x0011_C017
    var start: Int?
    switch header.command {
    case 8: start = body.peekLittleEndian(at: 2, as: UInt8.self).map { Int($0) }
    case 9: start = body.peekLittleEndian(at: 2, as: UInt16.self).map { Int($0) }
    default:
      guard body.peekLittleEndian(at: 4) == transceive else { return }
      start = body.peekLittleEndian(at: header.isResponse ? 32 : 24, as: UInt32.self).map {
        Int($0)
      }
    }
    guard let start, start >= SMB2Header.byteCount else { return }
    Self.readPipe(whole.slice(at: start, count: .max), into: &notes)
  }
}

// MARK: - Negotiation

extension SMBStreamParser {
  private func offered(_ body: ByteReader, into notes: inout ApplicationNotes) {
    let count = body.peekLittleEndian(at: 2, as: UInt16.self) ?? 0
    for index in 0..<min(Int(count), 32) {
      guard let dialect: UInt16 = body.peekLittleEndian(at: 36 + 2 * index) else { return }
      notes.count(SMB2.dialect, SMB2.dialects[dialect] + " (offered)")
    }
  }

  private func chosen(
    _ body: ByteReader, _ whole: ByteReader, into notes: inout ApplicationNotes
  ) {
    guard let mode: UInt16 = body.peekLittleEndian(at: 2),
      let dialect: UInt16 = body.peekLittleEndian(at: 4)
    else { return }
    notes.count(SMB2.signing, mode & 2 != 0 ? "required" : mode & 1 != 0 ? "enabled" : "disabled")
    notes.count(SMB2.dialect, SMB2.dialects[dialect])
    guard dialect == 0x311, let count: UInt16 = body.peekLittleEndian(at: 6),
      let start: UInt32 = body.peekLittleEndian(at: 60)
    else { return }
    var context = whole.slice(at: Int(start), count: .max)
    for _ in 0..<min(Int(count), 16) {
      guard let type: UInt16 = context.peekLittleEndian(),
        let length: UInt16 = context.peekLittleEndian(at: 2)
      else { return }
      // Type 2 names the cipher, behind how many there are (section 2.2.3.1.2).
      if type == 2, let cipher: UInt16 = context.peekLittleEndian(at: 10) {
        notes.count(SMB2.cipher, SMB2.ciphers[cipher])
      }
      context.advance(8 + (Int(length) + 7) / 8 * 8)
    }
  }
}
