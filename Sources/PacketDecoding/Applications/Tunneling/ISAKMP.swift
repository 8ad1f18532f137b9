/// The key exchange of IPsec, versions 1 and 2, also on the port of NAT traversal.
package enum ISAKMP: ApplicationProtocol {
  package static let id = ProtocolID.isakmp
  package static let reference = "RFC 7296, RFC 2408"
  package static let fields = [version, exchange, payload, notification]
  package static let udpPorts: [UInt16] = [500, 4500]
  package static let readsDatagrams = true

  static let version = ApplicationField("isakmp.version", "Version")
  static let exchange = ApplicationField("isakmp.exchangetype", "Exchange")
  static let payload = ApplicationField("isakmp.typepayload", "Payload")
  static let notification = ApplicationField("isakmp.notify.msgtype", "Notification")

  private static let headerLength = 28
  private static let payloadLimit = 32
  private static let notificationKinds: [UInt8] = [11, 41]

  /// On port 4500 four zeros part it from ESP (RFC 3948 section 2.2).
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    let message = withoutMarker(reader)
    guard message.remaining >= headerLength, let number: UInt8 = message.peek(at: 17) else {
      // A message that is cut short may still be one.
      return message.remaining >= 8
    }
    return (1...2).contains(number >> 4)
  }

  @_lifetime(copy reader)
  private static func withoutMarker(_ reader: ByteReader) -> ByteReader {
    reader.peek() == UInt32(0) ? reader.slice(at: 4, count: .max) : reader
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    if reader.peek() == UInt32(0) { try reader.skip(4) }
    try reader.skip(16)  // both cookies
    let next: UInt8 = try reader.read()
    let number: UInt8 = try reader.read()
    let kind: UInt8 = try reader.read()
    let flags: UInt8 = try reader.read()
    try reader.skip(8)
    notes.count(version, "\(number >> 4).\(number & 15)")
    notes.count(exchange, exchanges[kind])
    notes.info = exchanges[kind]
    // Version 1 says so where it is encrypted.
    guard number >> 4 == 2 || flags & 1 == 0 else { return }
    try readPayloads(&reader, first: next, isVersion2: number >> 4 == 2, into: &notes)
  }

  private static func readPayloads(
    _ reader: inout ByteReader, first: UInt8, isVersion2: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    var kind = first
    for _ in 0..<payloadLimit where kind != 0 {
      notes.count(payload, payloads[kind])
      guard kind != 46, kind != 53 else { return }  // what is inside is encrypted
      let next: UInt8 = try reader.read()
      try reader.skip(1)
      let length: UInt16 = try reader.read()
      let body = try reader.split(Int(length) - 4)
      // Version 1 has its domain of interpretation first (RFC 2408 section 3.14).
      if notificationKinds.contains(kind),
        let code: UInt16 = body.peek(at: isVersion2 ? 2 : 6)
      {
        notes.count(notification, (isVersion2 ? notifications2 : notifications1)[code])
      }
      kind = next
    }
  }

  private static let exchanges = NumberNames(
    """
    0 NONE; 1 Base; 2 Identity Protection (Main Mode); 3 Authentication Only; 4 Aggressive; \
    5 Informational; 6 Transaction (Config Mode); 32 Quick Mode; 33 New Group Mode; \
    34 IKE_SA_INIT; 35 IKE_AUTH; 36 CREATE_CHILD_SA; 37 INFORMATIONAL; 38 IKE_SESSION_RESUME; \
    43 IKE_INTERMEDIATE
    """)

  private static let payloads = NumberNames(
    """
    1 Security Association; 2 Proposal; 3 Transform; 4 Key Exchange; 5 Identification; \
    6 Certificate; 7 Certificate Request; 8 Hash; 9 Signature; 10 Nonce; 11 Notification; \
    12 Delete; 13 Vendor ID; 14 Configuration; 20 NAT-D; 21 NAT-OA; 33 Security Association; \
    34 Key Exchange; 35 Identification - Initiator; 36 Identification - Responder; \
    37 Certificate; 38 Certificate Request; 39 Authentication; 40 Nonce; 41 Notify; 42 Delete; \
    43 Vendor ID; 44 Traffic Selector - Initiator; 45 Traffic Selector - Responder; \
    46 Encrypted and Authenticated; 47 Configuration; 48 Extensible Authentication; \
    53 Encrypted Fragment; 130 NAT-D; 131 NAT-OA
    """)

  private static let notifications1 = NumberNames(
    """
    1 INVALID-PAYLOAD-TYPE; 4 INVALID-COOKIE; 5 INVALID-MAJOR-VERSION; 7 INVALID-EXCHANGE-TYPE; \
    9 INVALID-MESSAGE-ID; 10 INVALID-PROTOCOL-ID; 11 INVALID-SPI; 14 NO-PROPOSAL-CHOSEN; \
    16 PAYLOAD-MALFORMED; 17 INVALID-KEY-INFORMATION; 18 INVALID-ID-INFORMATION; \
    23 INVALID-HASH-INFORMATION; 24 AUTHENTICATION-FAILED; 25 INVALID-SIGNATURE; \
    16384 CONNECTED; 24576 RESPONDER-LIFETIME; 24577 REPLAY-STATUS; 24578 INITIAL-CONTACT; \
    36136 R-U-THERE; 36137 R-U-THERE-ACK
    """)

  private static let notifications2 = NumberNames(
    """
    1 UNSUPPORTED_CRITICAL_PAYLOAD; 4 INVALID_IKE_SPI; 5 INVALID_MAJOR_VERSION; \
    7 INVALID_SYNTAX; 9 INVALID_MESSAGE_ID; 11 INVALID_SPI; 14 NO_PROPOSAL_CHOSEN; \
    17 INVALID_KE_PAYLOAD; 24 AUTHENTICATION_FAILED; 34 SINGLE_PAIR_REQUIRED; \
    35 NO_ADDITIONAL_SAS; 36 INTERNAL_ADDRESS_FAILURE; 37 FAILED_CP_REQUIRED; \
    38 TS_UNACCEPTABLE; 39 INVALID_SELECTORS; 43 TEMPORARY_FAILURE; 44 CHILD_SA_NOT_FOUND; \
    16384 INITIAL_CONTACT; 16388 NAT_DETECTION_SOURCE_IP; 16389 NAT_DETECTION_DESTINATION_IP; \
    16390 COOKIE; 16391 USE_TRANSPORT_MODE; 16393 REKEY_SA; 16404 MULTIPLE_AUTH_SUPPORTED; \
    16406 REDIRECT_SUPPORTED; 16407 REDIRECT; 16430 IKEV2_FRAGMENTATION_SUPPORTED; \
    16431 SIGNATURE_HASH_ALGORITHMS
    """)
}
