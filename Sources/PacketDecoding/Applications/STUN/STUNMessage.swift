/// A message of STUN and its attributes (RFC 8489 sections 5 and 14).
enum STUNMessage {
  private static let attributeLimit = 64

  private enum Attribute {
    static let mappedAddress: UInt16 = 0x0001
    static let errorCode: UInt16 = 0x0009
    static let xorMappedAddress: UInt16 = 0x0020
    static let software: UInt16 = 0x8022
  }

  static func note(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let type: UInt16 = try reader.read()
    let length = Int(try reader.read(as: UInt16.self))
    try reader.skip(16)
    let title = title(type)
    notes.count(STUN.method, title)
    reader.limit(to: length)
    var detail = ""
    defer { notes.describe(title + detail) }
    for _ in 0..<attributeLimit where reader.remaining >= 4 {
      let attribute: UInt16 = try reader.read()
      let size = Int(try reader.read(as: UInt16.self))
      let value = try reader.split(size)
      reader.advance(-size & 3)
      detail = note(attribute, value, into: &notes) ?? detail
    }
  }

  /// Counts an attribute; returns what a line of the message says of it.
  private static func note(
    _ attribute: UInt16, _ value: ByteReader, into notes: inout ApplicationNotes
  ) -> String? {
    switch attribute {
    case Attribute.mappedAddress, Attribute.xorMappedAddress:
      let isXOR = attribute == Attribute.xorMappedAddress
      guard let text = address(value, isXOR: isXOR) else { return nil }
      notes.count(STUN.address, text)
      return (isXOR ? " XOR-MAPPED-ADDRESS: " : " MAPPED-ADDRESS: ") + text
    case Attribute.software:
      notes.count(STUN.software, PrintableText.string(value, limit: 128))
      return nil
    case Attribute.errorCode:
      guard let first: UInt8 = value.peek(at: 2), let rest: UInt8 = value.peek(at: 3) else {
        return nil
      }
      let code = "\(Int(first & 7) * 100 + Int(rest))"
      notes.count(STUN.errorCode, code)
      return " error-code: \(code)"
    default: return nil
    }
  }

  /// An IPv4 address without its port, which differs from one message to the next.
  private static func address(_ value: ByteReader, isXOR: Bool) -> String? {
    guard value.peek(at: 1) == UInt8(1), let bits: UInt32 = value.peek(at: 4) else { return nil }
    return IPAddress(v4: isXOR ? bits ^ STUN.cookie : bits).description
  }

  /// "Binding Request", "Allocate Error Response"; method and class share the bits of the type.
  private static func title(_ type: UInt16) -> String {
    let method = type & 0x000F | (type & 0x00E0) >> 1 | (type & 0x3E00) >> 2
    let name = methods[method] ?? "Method \(method)"
    switch type & 0x0110 {
    case 0x0000: return "\(name) Request"
    case 0x0010: return "\(name) Indication"
    case 0x0100: return "\(name) Success Response"
    default: return "\(name) Error Response"
    }
  }

  private static let methods: [UInt16: String] = [
    1: "Binding", 2: "SharedSecret", 3: "Allocate", 4: "Refresh", 6: "Send", 7: "Data",
    8: "CreatePermission", 9: "ChannelBind", 10: "Connect", 11: "ConnectionBind",
    12: "ConnectionAttempt", 0x080: "GOOG PING",
  ]
}
