/// Reads calls and replies (RFC 5531 section 9).
enum RPCMessage {
  private static let failures = NumberNames(
    """
    1 remote hasn't exported program; 2 remote can't support version; \
    3 program can't support procedure; 4 procedure can't decode params; 5 system error
    """)

  /// Whether a call begins here, of a known program, or of `program` alone.
  static func isCall(_ reader: ByteReader, of program: UInt32?) -> Bool {
    guard reader.peek(at: 4) == UInt32(0), reader.peek(at: 8) == UInt32(2),
      let found: UInt32 = reader.peek(at: 12), let version: UInt32 = reader.peek(at: 16),
      let procedure: UInt32 = reader.peek(at: 20)
    else { return false }
    guard version <= 10, procedure <= 256 else { return false }
    return program.map { $0 == found } ?? (RPCProgram.names.known(found) != nil)
  }

  /// Whether a call or a reply can begin here.
  static func isMessage(_ reader: ByteReader) -> Bool {
    guard let type: UInt32 = reader.peek(at: 4), let word: UInt32 = reader.peek(at: 8) else {
      return false
    }
    return type == 0 ? word == 2 : type == 1 && word <= 1
  }

  /// Reads a message; a reply is one to a call in `calls`, by its number. Returns a call.
  static func read(
    _ reader: inout ByteReader, calls: [UInt32: RPCCall], into notes: inout ApplicationNotes
  ) throws(DecodeError) -> (number: UInt32, call: RPCCall)? {
    let number: UInt32 = try reader.read()
    let type: UInt32 = try reader.read()
    if type != 0 {
      try readReply(&reader, to: calls[number], into: &notes)
      return nil
    }
    try reader.skip(4)
    let call = try RPCCall(parsing: &reader)
    notes.count(RPC.program, "\(RPCProgram.names[call.program]) V\(call.version)")
    notes.count(RPC.procedure, call.description)
    notes.info = call.description + " Call"
    addInner(call, into: &notes)
    try readCredentials(&reader, into: &notes)
    if call.program == RPCProgram.nfs, call.version == 4, call.procedure == 1 {
      try readCompound(&reader, into: &notes)
    }
    return (number, call)
  }

  private static func addInner(_ call: RPCCall, into notes: inout ApplicationNotes) {
    // The flow of NFS is named after it already.
    if call.inner != .none, call.inner != .nfs { notes.carries(call.inner) }
  }

  private static func readReply(
    _ reader: inout ByteReader, to call: RPCCall?, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    notes.info = call.map { $0.description + " Reply" } ?? "Reply"
    if let call { addInner(call, into: &notes) }
    guard try reader.read(as: UInt32.self) == 0 else {
      notes.count(RPC.failure, "denied")
      notes.info? += ", denied"
      return
    }
    try reader.skip(4)
    try skipOpaque(&reader)
    let state: UInt32 = try reader.read()
    guard state != 0 else { return }
    notes.count(RPC.failure, failures[state])
    notes.info? += ", \(failures[state])"
  }

  /// The name of the client's machine, of AUTH_SYS (RFC 5531 appendix A), and the verifier.
  private static func readCredentials(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    if reader.peek() == UInt32(1), let length: UInt32 = reader.peek(at: 12), length <= 255 {
      var name = reader.slice(at: 16, count: Int(length))
      let text = try name.readText(Int(length))
      if !text.isEmpty {
        notes.count(RPC.machine, text)
        notes.name(notes.source, text)
      }
    }
    try reader.skip(4)
    try skipOpaque(&reader)
    try reader.skip(4)
    try skipOpaque(&reader)
  }

  /// Passes over bytes behind their length, filled up to four (RFC 4506 section 4.10).
  private static func skipOpaque(_ reader: inout ByteReader) throws(DecodeError) {
    let length: UInt32 = try reader.read()
    try reader.skip((Int(length) + 3) & ~3)
  }

  /// The operations of NFS 4, as far as the arguments of each can be passed over.
  private static func readCompound(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try skipOpaque(&reader)  // tag
    try reader.skip(4)  // minor version
    let count: UInt32 = try reader.read()
    var names: [String] = []
    for _ in 0..<min(count, 32) {
      let operation: UInt32 = try reader.read()
      names.append(RPCProgram.operations[operation])
      notes.count(NFS.operation, RPCProgram.operations[operation])
      notes.info = "NFS V4 Call " + names.joined(separator: " | ")
      if let length = RPCProgram.argumentBytes[operation] {
        try reader.skip(length)
      } else if operation == 9 || operation == 22 || operation == 15 {
        try skipArgument(operation, &reader)
      } else {
        return
      }
    }
  }

  /// GETATTR has a list of words; PUTFH and LOOKUP have bytes behind their length.
  private static func skipArgument(
    _ operation: UInt32, _ reader: inout ByteReader
  ) throws(DecodeError) {
    guard operation == 9 else { return try skipOpaque(&reader) }
    let words: UInt32 = try reader.read()
    try reader.skip(4 * Int(words))
  }
}
