extension SMBStreamParser {
  private enum Command {
    static let transaction: UInt8 = 0x25
    static let read: UInt8 = 0x2E
    static let write: UInt8 = 0x2F
    static let negotiate: UInt8 = 0x72
    static let sessionSetup: UInt8 = 0x73
    static let treeConnect: UInt8 = 0x75
    static let create: UInt8 = 0xA2
    /// Commands that another can follow in the same message (MS-CIFS section 2.2.3.4).
    static let chained: [UInt8] = [
      0x24, 0x2D, read, write, sessionSetup, 0x74, treeConnect, create,
    ]
  }

  /// The parameters and data of one command.
  private struct Block {
    let isResponse: Bool
    let isUnicode: Bool
    let wordCount: Int
  }

  /// Reads a message of SMB 1 (MS-CIFS section 2.2.3).
  mutating func readSMB(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let whole = message
    try message.skip(4)
    var command: UInt8 = try message.read()
    let status: UInt32 = try message.readLittleEndian()
    let flags: UInt8 = try message.read()
    let flags2: UInt16 = try message.readLittleEndian()
    try message.skip(20)
    let isResponse = flags & 0x80 != 0
    if isResponse {
      noteAnswer(to: command, status, isNT: flags2 & 0x4000 != 0, into: &notes)
    }
    var infos: [String] = []
    for _ in 0..<4 {
      let wordCount = Int(try message.read(as: UInt8.self))
      let block = Block(
        isResponse: isResponse, isUnicode: flags2 & 0x8000 != 0, wordCount: wordCount)
      notes.count(SMB.command, SMB.commands[command])
      infos.append("\(SMB.commands[command]) \(isResponse ? "Response" : "Request")")
      readCommand(command, block, message, whole, into: &notes)
      guard Command.chained.contains(command), wordCount >= 2,
        let next: UInt8 = message.peek(), next != 0xFF,
        let offset: UInt16 = message.peekLittleEndian(at: 2), Int(offset) >= 32
      else { break }
      command = next
      message = whole.slice(at: Int(offset), count: .max)
    }
    if notes.inner.count == 0 { notes.info = infos.joined(separator: "; ") }
  }

  private func noteAnswer(
    to command: UInt8, _ status: UInt32, isNT: Bool, into notes: inout ApplicationNotes
  ) {
    if status != 0 {
      countStatus(status, isNT: isNT, into: &notes)
    } else if command != Command.negotiate {
      // The refusal of all dialects is no use of it.
      notes.note(.speaksSMB1)
    }
  }

  private func countStatus(_ status: UInt32, isNT: Bool, into notes: inout ApplicationNotes) {
    // Without the flag it is a class and a code of DOS.
    let text =
      isNT
      ? NTStatus(rawValue: status).description : "DOS class \(status & 0xFF), code \(status >> 16)"
    notes.count(SMB.status, text)
  }

  /// Reads a command at the first of its words.
  private mutating func readCommand(
    _ command: UInt8, _ block: Block, _ words: ByteReader, _ whole: ByteReader,
    into notes: inout ApplicationNotes
  ) {
    var data = words.slice(at: 2 * block.wordCount + 2, count: .max)
    switch command {
    case Command.negotiate where !block.isResponse: offered(&data)
    case Command.negotiate: chosen(words, block, into: &notes)
    case Command.sessionSetup where !block.isResponse:
      sessionSetup(words, block, data, whole, into: &notes)
    case Command.treeConnect where !block.isResponse && block.wordCount >= 4:
      data.advance(Int(words.peekLittleEndian(at: 6, as: UInt16.self) ?? 0))
      notes.count(SMB.share, Self.text(&data, whole, block))
      notes.count(SMB.service, data.readTerminatedText())
    case Command.create where !block.isResponse:
      let name = Self.text(&data, whole, block)
      if !name.isEmpty { notes.count(SMB.file, name) }
    case Command.transaction, Command.read, Command.write:
      pipe(command, words, block, whole, into: &notes)
    default: break
    }
  }

  /// Text up to a zero; in UTF-16 it begins at an even place of the message.
  private static func text(_ data: inout ByteReader, _ whole: ByteReader, _ block: Block) -> String
  {
    guard block.isUnicode else { return data.readTerminatedText() }
    if (data.offset - whole.offset) % 2 != 0 { data.advance(1) }
    return data.readTerminatedUTF16()
  }

  private mutating func offered(_ data: inout ByteReader) {
    dialects = []
    while data.peek() == UInt8(2), dialects.count < 32 {
      data.advance(1)
      dialects.append(data.readTerminatedText())
    }
  }

  private func chosen(_ words: ByteReader, _ block: Block, into notes: inout ApplicationNotes) {
    guard let index: UInt16 = words.peekLittleEndian(), block.wordCount >= 1 else { return }
    if index != 0xFFFF { notes.note(.speaksSMB1) }
    if dialects.indices.contains(Int(index)) { notes.count(SMB.dialect, dialects[Int(index)]) }
    guard block.wordCount >= 17, let mode: UInt8 = words.peek(at: 2) else { return }
    notes.count(SMB.signing, mode & 8 != 0 ? "required" : mode & 4 != 0 ? "enabled" : "disabled")
  }

  /// Who logs on: in a security token of 12 words, else behind two passwords (MS-CIFS 2.2.4.53.1).
  private func sessionSetup(
    _ words: ByteReader, _ block: Block, _ data: ByteReader, _ whole: ByteReader,
    into notes: inout ApplicationNotes
  ) {
    let first = Int(words.peekLittleEndian(at: 14, as: UInt16.self) ?? 0)
    if block.wordCount == 12 {
      NTLMMessage(in: data.prefix(first))?.count(into: &notes)
    } else if block.wordCount == 13 {
      var data = data
      data.advance(first + Int(words.peekLittleEndian(at: 16, as: UInt16.self) ?? 0))
      let account = Self.text(&data, whole, block)
      let domain = Self.text(&data, whole, block)
      if !account.isEmpty { notes.count(SMB.account, account) }
      if !domain.isEmpty { notes.count(SMB.domain, domain) }
    }
  }

  private func pipe(
    _ command: UInt8, _ words: ByteReader, _ block: Block, _ whole: ByteReader,
    into notes: inout ApplicationNotes
  ) {
    let place: Int
    switch (command, block.isResponse) {
    case (Command.transaction, false) where block.wordCount >= 14: place = 24
    case (Command.transaction, true) where block.wordCount >= 10: place = 14
    case (Command.write, false) where block.wordCount >= 12: place = 22
    case (Command.read, true) where block.wordCount >= 12: place = 12
    default: return
    }
    guard let offset: UInt16 = words.peekLittleEndian(at: place), offset >= 32 else { return }
    Self.readPipe(whole.slice(at: Int(offset), count: .max), into: &notes)
  }
}
