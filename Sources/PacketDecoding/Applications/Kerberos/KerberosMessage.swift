/// What is read of a message of Kerberos (RFC 4120 section 5).
enum KerberosMessage {
  private static let partLimit = 8

  private static let errorTag: UInt8 = 0x7E

  static func note(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    guard let tag: UInt8 = reader.peek(), let name = names[tag] else { return }
    notes.count(Kerberos.kind, name)
    var application = try reader.readBER(tag)
    var message = try application.readBER(BERHeader.sequence)
    if tag == errorTag {
      try noteError(&message, into: &notes)
    } else {
      notes.describe(name)
      switch name {
      case "AS-REQ", "TGS-REQ": try noteRequest(&message, into: &notes)
      case "AS-REP", "TGS-REP": try noteReply(&message, into: &notes)
      default: break
      }
    }
  }

  /// Type and authentication data come before the body, which names everybody.
  private static func noteRequest(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    while !message.isAtEnd {
      guard var tagged = try message.readBER(optional: 0xA4) else {
        try message.skipBER()
        continue
      }
      var body = try tagged.readBER(BERHeader.sequence)
      try noteNames(
        &body, client: 0xA1, realm: 0xA2, service: 0xA3, into: &notes)
    }
  }

  private static func noteReply(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try noteNames(&message, client: 0xA4, realm: 0xA3, service: 0, into: &notes)
  }

  private static func noteError(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    var copy = message
    while !message.isAtEnd {
      guard var tagged = try message.readBER(optional: 0xA6) else {
        try message.skipBER()
        continue
      }
      let code = try tagged.readBERInteger()
      let name = errors[code] ?? "error \(code)"
      notes.count(Kerberos.errorCode, name)
      notes.describe("KRB Error: \(name)")
      break
    }
    try noteNames(&copy, client: 0xA8, realm: 0xA9, service: 0xAA, into: &notes)
  }

  /// Counts the parts of a sequence with these tags.
  private static func noteNames(
    _ reader: inout ByteReader, client: UInt8, realm: UInt8, service: UInt8,
    into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    while let tag: UInt8 = reader.peek() {
      var value = try reader.readBER(tag)
      switch tag {
      case client: notes.count(Kerberos.client, try readName(&value))
      case realm: notes.count(Kerberos.realm, try value.readBERText(0x1B))
      case service: notes.count(Kerberos.service, try readName(&value))
      default: break
      }
    }
  }

  /// A principal: the type of its name, and its parts, "krbtgt/EXAMPLE.ORG" (section 5.2.2).
  private static func readName(_ reader: inout ByteReader) throws(DecodeError) -> String {
    var name = try reader.readBER(BERHeader.sequence)
    try name.skipBER()
    var tagged = try name.readBER(0xA1)
    var list = try tagged.readBER(BERHeader.sequence)
    var parts: [String] = []
    while !list.isAtEnd, parts.count < partLimit { parts.append(try list.readBERText(0x1B)) }
    return parts.joined(separator: "/")
  }

  /// Whether a message can begin like this.
  static func isTag(_ tag: UInt8) -> Bool { names[tag] != nil }

  private static let names: [UInt8: String] = [
    0x6A: "AS-REQ", 0x6B: "AS-REP", 0x6C: "TGS-REQ", 0x6D: "TGS-REP", 0x6E: "AP-REQ",
    0x6F: "AP-REP", 0x74: "KRB-SAFE", 0x75: "KRB-PRIV", 0x76: "KRB-CRED", 0x7E: "KRB-ERROR",
  ]

  private static let errors: [Int: String] = [
    1: "KDC_ERR_NAME_EXP", 2: "KDC_ERR_SERVICE_EXP", 3: "KDC_ERR_BAD_PVNO",
    6: "KDC_ERR_C_PRINCIPAL_UNKNOWN", 7: "KDC_ERR_S_PRINCIPAL_UNKNOWN",
    8: "KDC_ERR_PRINCIPAL_NOT_UNIQUE", 9: "KDC_ERR_NULL_KEY", 12: "KDC_ERR_POLICY",
    13: "KDC_ERR_BADOPTION", 14: "KDC_ERR_ETYPE_NOSUPP", 15: "KDC_ERR_SUMTYPE_NOSUPP",
    16: "KDC_ERR_PADATA_TYPE_NOSUPP", 18: "KDC_ERR_CLIENT_REVOKED", 23: "KDC_ERR_KEY_EXPIRED",
    24: "KDC_ERR_PREAUTH_FAILED", 25: "KDC_ERR_PREAUTH_REQUIRED", 31: "KRB_AP_ERR_BAD_INTEGRITY",
    32: "KRB_AP_ERR_TKT_EXPIRED", 33: "KRB_AP_ERR_TKT_NYV", 34: "KRB_AP_ERR_REPEAT",
    36: "KRB_AP_ERR_BADMATCH", 37: "KRB_AP_ERR_SKEW", 41: "KRB_AP_ERR_MODIFIED",
    52: "KRB_ERR_RESPONSE_TOO_BIG", 60: "KRB_ERR_GENERIC", 61: "KRB_ERR_FIELD_TOOLONG",
    68: "KDC_ERR_WRONG_REALM",
  ]
}
