/// A message of SNMP version 1, 2c or 3 (RFC 1157, RFC 3416, RFC 3412).
enum SNMPMessage {
  /// Objects of a message that are counted.
  private static let objectLimit = 3

  static func note(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    var message = try reader.readBER(BERHeader.sequence)
    let version = try message.readBERInteger()
    notes.count(SNMP.version, [0: "1", 1: "2c", 2: "2u", 3: "3"][version] ?? "\(version)")
    if version == 3 {
      try noteVersion3(&message, into: &notes)
    } else {
      try message.skipBER()  // the community
      try note(unit: &message, into: &notes)
    }
  }

  private static func noteVersion3(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skipBER()  // global data
    var parameters = try message.readBER(BERHeader.octetString)
    if let user = try? userName(&parameters), !user.isEmpty { notes.count(SNMP.user, user) }
    guard var scoped = try message.readBER(optional: BERHeader.sequence) else {
      notes.count(SNMP.kind, "encrypted")
      return notes.describe("encryptedPDU: privKey Unknown")
    }
    try scoped.skipBER()  // engine
    try scoped.skipBER()  // name of the context
    try note(unit: &scoped, into: &notes)
  }

  /// The name in the parameters of the user-based security model (RFC 3414 section 2.4).
  private static func userName(_ reader: inout ByteReader) throws(DecodeError) -> String {
    var parameters = try reader.readBER(BERHeader.sequence)
    for _ in 0..<3 { try parameters.skipBER() }  // engine, its boots and time
    return try parameters.readBERText()
  }

  /// Takes a protocol data unit.
  private static func note(
    unit reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    guard let tag: UInt8 = reader.peek(), let kind = kinds[tag] else { return }
    notes.count(SNMP.kind, kind)
    var objects: [String] = []
    defer { notes.describe(([kind] + objects).joined(separator: " ")) }
    var unit = try reader.readBER(tag)
    if kind == "trap" {
      objects.append(try unit.readBERObjectIdentifier())
      for _ in 0..<4 { try unit.skipBER() }  // agent, kinds of trap, time
    } else {
      try unit.skipBER()  // number of the request
      let status = try unit.readBERInteger()
      // In a request for many objects this is how many are not to be repeated.
      if status != 0, kind != "getBulkRequest" {
        notes.count(SNMP.errorStatus, errors[status] ?? "error \(status)")
      }
      try unit.skipBER()  // place of the error
    }
    var bindings = try unit.readBER(BERHeader.sequence)
    while objects.count < objectLimit, !bindings.isAtEnd {
      var binding = try bindings.readBER(BERHeader.sequence)
      objects.append(try binding.readBERObjectIdentifier())
      if let object = objects.last { notes.count(SNMP.object, object) }
    }
  }

  private static let kinds: [UInt8: String] = [
    0xA0: "get-request", 0xA1: "get-next-request", 0xA2: "get-response", 0xA3: "set-request",
    0xA4: "trap", 0xA5: "getBulkRequest", 0xA6: "informRequest", 0xA7: "snmpV2-trap",
    0xA8: "report",
  ]

  private static let errors: [Int: String] = [
    1: "tooBig", 2: "noSuchName", 3: "badValue", 4: "readOnly", 5: "genErr", 6: "noAccess",
    7: "wrongType", 8: "wrongLength", 9: "wrongEncoding", 10: "wrongValue", 11: "noCreation",
    12: "inconsistentValue", 13: "resourceUnavailable", 14: "commitFailed", 15: "undoFailed",
    16: "authorizationError", 17: "notWritable", 18: "inconsistentName",
  ]
}
