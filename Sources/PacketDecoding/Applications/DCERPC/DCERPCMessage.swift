/// A message of the connection-oriented protocol (C706 section 12.6).
struct DCERPCMessage {
  enum Kind {
    static let request: UInt8 = 0
    static let fault: UInt8 = 3
    static let bind: UInt8 = 11
    static let bindRefusal: UInt8 = 13
    static let alterContext: UInt8 = 14
    static let last: UInt8 = 19
  }

  static let headerByteCount = 16

  let kind: UInt8
  let isLittleEndian: Bool
  let length: Int
  let authenticationLength: Int
  let callID: UInt32
  /// Of a bind, and the number of the context under which requests name each.
  private(set) var contexts: [(number: UInt16, interface: DCERPCInterface)] = []
  /// Of a request: what it calls, and of which context.
  private(set) var operation: (context: UInt16, number: UInt16)?
  /// Why a call failed, or a bind was refused.
  private(set) var reason: UInt32?

  var interfaces: [DCERPCInterface] { contexts.map(\.interface) }

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(2)
    kind = try reader.read()
    try reader.skip(1)
    isLittleEndian = try reader.read(as: UInt8.self) & 0x10 != 0
    try reader.skip(3)
    length = Int(Self.ordered(try reader.read(as: UInt16.self), isLittleEndian))
    authenticationLength = Int(Self.ordered(try reader.read(as: UInt16.self), isLittleEndian))
    callID = Self.ordered(try reader.read(), isLittleEndian)
    reader.limit(to: length - Self.headerByteCount)
    try readBody(&reader)
  }

  private mutating func readBody(_ reader: inout ByteReader) throws(DecodeError) {
    switch kind {
    case Kind.bind, Kind.alterContext: try readContexts(&reader)
    case Kind.request:
      try reader.skip(4)
      let context = Self.ordered(try reader.read(as: UInt16.self), isLittleEndian)
      operation = (context, Self.ordered(try reader.read(as: UInt16.self), isLittleEndian))
    case Kind.fault:
      try reader.skip(8)
      reason = Self.ordered(try reader.read(), isLittleEndian)
    case Kind.bindRefusal:
      reason = UInt32(Self.ordered(try reader.read(as: UInt16.self), isLittleEndian))
    default: break
    }
  }

  private mutating func readContexts(_ reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(8)  // sizes of fragments, association
    let count: UInt8 = try reader.read()
    try reader.skip(3)
    for _ in 0..<min(count, 32) {
      let number = Self.ordered(try reader.read(as: UInt16.self), isLittleEndian)
      let syntaxes: UInt8 = try reader.read()
      try reader.skip(1)
      let interface = try DCERPCInterface(parsing: &reader, isLittleEndian: isLittleEndian)
      contexts.append((number, interface))
      try reader.skip(20 * Int(syntaxes))
    }
  }

  private static func ordered<T: FixedWidthInteger>(_ value: T, _ isLittleEndian: Bool) -> T {
    isLittleEndian ? value.byteSwapped : value
  }

  /// As in Wireshark's list of packets.
  var info: String {
    var text = "\(DCERPC.packetTypes[kind]): call_id: \(callID), Fragment: \(length) bytes"
    for (_, interface) in contexts { text += ", \(interface)" }
    if let operation { text += ", opnum: \(operation.number), Ctx: \(operation.context)" }
    return text
  }
}

// MARK: - Recognition

extension DCERPCMessage {
  /// Whether these bytes can be nothing else: version 5, a known kind, a sane length and format.
  static func isMessage(_ reader: ByteReader) -> Bool {
    guard reader.peek() == UInt8(5), let minor: UInt8 = reader.peek(at: 1), minor <= 1,
      let kind: UInt8 = reader.peek(at: 2), kind <= Kind.last,
      let format: UInt32 = reader.peek(at: 4), format & 0xEEFC_FFFF == 0,
      let length = length(reader), let authentication: UInt16 = reader.peek(at: 10)
    else { return false }
    let isLittleEndian = format & 0x1000_0000 != 0
    return length >= headerByteCount
      && Int(ordered(authentication, isLittleEndian)) <= length - headerByteCount
  }

  /// The length of the fragment that begins here.
  static func length(_ reader: ByteReader) -> Int? {
    guard let format: UInt8 = reader.peek(at: 4), let length: UInt16 = reader.peek(at: 8) else {
      return nil
    }
    return Int(ordered(length, format & 0x10 != 0))
  }
}
