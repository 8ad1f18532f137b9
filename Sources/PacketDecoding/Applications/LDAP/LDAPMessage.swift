/// What is read of a message of LDAP (RFC 4511 section 4).
struct LDAPMessage: Sendable {
  private static let startTLSName = "1.3.6.1.4.1.1466.20037"

  /// A client asks for TLS, or a server answers an extended request well.
  private(set) var asksForTLS = false
  private(set) var grantsExtension = false

  private enum Tag {
    static let bindRequest: UInt8 = 0x60
    static let bindResponse: UInt8 = 0x61
    static let simple: UInt8 = 0x80
    static let searchRequest: UInt8 = 0x63
    static let extendedRequest: UInt8 = 0x77
    static let extendedResponse: UInt8 = 0x78
  }

  init(noting reader: inout ByteReader, into notes: inout ApplicationNotes) throws(DecodeError) {
    var message = try reader.readBER(BERHeader.sequence)
    let number = try message.readBERInteger()
    guard let tag: UInt8 = message.peek(), let name = Self.names[tag] else { return }
    notes.count(LDAP.operation, name)
    notes.describe("\(name)(\(number))")
    var body = try message.readBER(tag)
    switch tag {
    case Tag.bindRequest:
      try Self.readBind(&body, into: &notes)
    case Tag.searchRequest:
      let base = try body.readBERText()
      notes.count(LDAP.base, base.isEmpty ? "<ROOT>" : base)
    case Tag.extendedRequest:
      asksForTLS = try body.readBERText(0x80) == Self.startTLSName
    default:
      guard Self.results.contains(tag) else { return }
      let code = try body.readBERInteger(BERHeader.enumerated)
      notes.count(LDAP.result, Self.codes[code] ?? "result \(code)")
      if tag == Tag.bindResponse, code == 49 { notes.note(.loginRefused) }
      grantsExtension = tag == Tag.extendedResponse && code == 0
    }
  }

  private static func readBind(
    _ body: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    _ = try body.readBERInteger()  // version
    let name = try body.readBERText()
    notes.count(LDAP.name, name.isEmpty ? "<ROOT>" : name)
    // Without a password, nobody in particular binds (RFC 4513 section 5.1.2).
    if let password = try body.readBER(optional: Tag.simple), password.remaining > 0 {
      notes.credential(.ldap)
    }
  }

  private static let names: [UInt8: String] = [
    0x60: "bindRequest", 0x61: "bindResponse", 0x42: "unbindRequest", 0x63: "searchRequest",
    0x64: "searchResEntry", 0x65: "searchResDone", 0x73: "searchResRef", 0x66: "modifyRequest",
    0x67: "modifyResponse", 0x68: "addRequest", 0x69: "addResponse", 0x4A: "delRequest",
    0x6B: "delResponse", 0x6C: "modDNRequest", 0x6D: "modDNResponse", 0x6E: "compareRequest",
    0x6F: "compareResponse", 0x50: "abandonRequest", 0x77: "extendedReq", 0x78: "extendedResp",
    0x79: "intermediateResponse",
  ]

  /// Answers that begin with a result.
  private static let results: Set<UInt8> = [0x61, 0x65, 0x67, 0x69, 0x6B, 0x6D, 0x6F, 0x78]

  private static let codes: [Int: String] = [
    0: "success", 1: "operationsError", 2: "protocolError", 3: "timeLimitExceeded",
    4: "sizeLimitExceeded", 5: "compareFalse", 6: "compareTrue", 7: "authMethodNotSupported",
    8: "strongerAuthRequired", 10: "referral", 11: "adminLimitExceeded",
    12: "unavailableCriticalExtension", 13: "confidentialityRequired", 14: "saslBindInProgress",
    16: "noSuchAttribute", 17: "undefinedAttributeType", 18: "inappropriateMatching",
    19: "constraintViolation", 20: "attributeOrValueExists", 21: "invalidAttributeSyntax",
    32: "noSuchObject", 33: "aliasProblem", 34: "invalidDNSyntax", 36: "aliasDereferencingProblem",
    48: "inappropriateAuthentication", 49: "invalidCredentials", 50: "insufficientAccessRights",
    51: "busy", 52: "unavailable", 53: "unwillingToPerform", 54: "loopDetect",
    64: "namingViolation", 65: "objectClassViolation", 66: "notAllowedOnNonLeaf",
    67: "notAllowedOnRDN", 68: "entryAlreadyExists", 69: "objectClassModsProhibited",
    71: "affectsMultipleDSAs", 80: "other",
  ]
}
