/// Reads a connection of MySQL: greeting, login, commands and errors.
struct MySQLStreamParser: FramedStreamParser {
  private enum Capability {
    static let connectWithDatabase: UInt32 = 0x8
    static let compress: UInt32 = 0x20
    static let protocol41: UInt32 = 0x200
    static let tls: UInt32 = 0x800
    static let secureConnection: UInt32 = 0x8000
    static let pluginAuthentication: UInt32 = 0x8_0000
  }

  /// A login that asks for TLS has nothing behind its fixed fields.
  private static let tlsRequestLength = 32

  var framers = MessageFramers()
  /// Whether the client's next packet is its login.
  private var expectsLogin = false
  /// What comes behind the login is compressed.
  private var isCompressed = false

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard !isCompressed else { return .unknown }
    guard let word: UInt32 = reader.peek() else { return .needs(4) }
    let length = Int((word & 0xFFFF_FF00).byteSwapped)
    return .message(length: 4 + length, wanted: 4 + min(length, 512))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let length: UInt32 = try message.read()
    let sequence = length & 0xFF
    if !fromClient {
      try readServer(&message, sequence: sequence, into: &notes)
    } else if expectsLogin {
      expectsLogin = false
      try readLogin(&message, into: &notes)
    } else if sequence == 0 {
      let command: UInt8 = try message.read()
      guard let name = MySQL.commands.known(command) else { return }
      notes.count(MySQL.command, name)
      notes.info = "Request \(name)"
      if command == 2 {
        let count = message.remaining
        notes.count(MySQL.schema, try message.readText(count))
      }
    }
  }

  private mutating func readServer(
    _ message: inout ByteReader, sequence: UInt32, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let first: UInt8 = try message.read()
    if first == 0xFF {
      let code: UInt16 = try message.readLittleEndian()
      notes.count(MySQL.error, MySQL.errors[code])
      notes.info = "Response Error \(MySQL.errors[code])"
    } else if first == 10, sequence == 0 {
      let version = message.readTerminatedText()
      notes.count(MySQL.version, version)
      notes.info = "Server Greeting version=\(version)"
      expectsLogin = true
    } else {
      notes.info = first == 0 ? "Response OK" : "Response"
    }
  }

  private mutating func readLogin(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let isTLSRequest = message.remaining == Self.tlsRequestLength
    let low: UInt16 = try message.readLittleEndian()
    guard UInt32(low) & Capability.protocol41 != 0 else {
      try message.skip(3)
      return countUser(message.readTerminatedText(), into: &notes)
    }
    let capabilities = UInt32(low) | UInt32(try message.readLittleEndian(as: UInt16.self)) << 16
    if isTLSRequest, capabilities & Capability.tls != 0 {
      notes.info = "Login Request: SSL"
      notes.becomes = .tls
      return
    }
    try message.skip(28)  // largest packet, character set, zeros
    countUser(message.readTerminatedText(), into: &notes)
    isCompressed = capabilities & Capability.compress != 0
    if capabilities & Capability.secureConnection != 0 {
      let length: UInt8 = try message.read()
      try message.skip(Int(length))
    } else {
      message.advance((message.distance(to: 0) ?? message.remaining) + 1)
    }
    if capabilities & Capability.connectWithDatabase != 0 {
      let name = message.readTerminatedText()
      if !name.isEmpty { notes.count(MySQL.schema, name) }
    }
    guard capabilities & Capability.pluginAuthentication != 0, !message.isAtEnd else { return }
    notes.count(MySQL.plugin, message.readTerminatedText())
  }

  private func countUser(_ name: String, into notes: inout ApplicationNotes) {
    notes.count(MySQL.user, name.isEmpty ? "(anonymous)" : name)
    notes.info = "Login Request user=\(name)"
  }
}
