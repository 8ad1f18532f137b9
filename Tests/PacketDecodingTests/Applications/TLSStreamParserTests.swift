import PacketDecoding
import TestSupport
import Testing

struct TLSStreamParserTests {
  static func events(_ bytes: Bytes, cutAt cuts: [Int] = []) -> [TLSEvent] {
    var parser = TLSStreamParser()
    var events: [TLSEvent] = []
    bytes.withPieces(cutAt: cuts) { parser.consume($0, into: &events) }
    return events
  }

  static func clientHellos(_ events: [TLSEvent]) -> [TLSClientHello] {
    events.compactMap { if case .clientHello(let hello) = $0 { hello } else { nil } }
  }

  static func serverHellos(_ events: [TLSEvent]) -> [TLSServerHello] {
    events.compactMap { if case .serverHello(let hello) = $0 { hello } else { nil } }
  }

  @Test func readsAClientHelloOfTLS13() throws {
    let hello = try #require(Self.clientHellos(Self.events(TLSFixtures.client13)).first)
    #expect(hello.serverName == "press.example")
    #expect(hello.highestVersion.description == "TLS 1.3")
    #expect(hello.legacyVersion == .tls12)
    #expect(hello.applicationProtocols == ["h2", "http/1.1"])
    #expect(hello.cipherSuites.first?.description == "TLS_AES_256_GCM_SHA384")
    #expect(hello.sessionID.count == 32 && hello.isComplete)
    #expect(hello.signatureAlgorithms.first == 0x0403)
  }

  /// The strings are what `tshark -e tls.handshake.ja3_full` says of the same packets.
  @Test func writesTheStringOfJA3() {
    let retried = Self.clientHellos(Self.events(TLSFixtures.clientRetried))
    let expected = """
      771,4866-4867-4865-49196-49200-159-52393-52392-52394-49195-49199-158-49188-49192-107-49187-\
      49191-103-49162-49172-57-49161-49171-51-157-156-61-60-53-47-255,\
      0-11-10-35-16-22-23-13-43-45-51,29-24,0-1-2
      """
    #expect(retried.map(\.ja3String) == [expected, expected])
    let legacy = Self.clientHellos(Self.events(TLSFixtures.client12Legacy))
    #expect(legacy.map(\.ja3String) == ["771,51-255,0-35-22-23-13,,"])
    let server = Self.serverHellos(Self.events(TLSFixtures.server12))
    #expect(server.map(\.ja3sString) == ["771,49200,65281-11-23"])
  }

  @Test func writesThePartsOfJA4() throws {
    let hello = try #require(Self.clientHellos(Self.events(TLSFixtures.clientRetried)).first)
    #expect(hello.ja4Prefix(transport: "t") == "t13d3111h2")
    #expect(hello.ja4CipherSuites.hasPrefix("002f,0033,0035,0039,003c"))
    #expect(hello.ja4Extensions.hasPrefix("000a,000b,000d,0016,0017,0023,002b,002d,0033_0403,"))
  }

  @Test func readsAServerHelloOfTLS13AndStops() throws {
    var parser = TLSStreamParser()
    var events: [TLSEvent] = []
    TLSFixtures.server13.withPieces { parser.consume($0, into: &events) }
    let hello = try #require(Self.serverHellos(events).first)
    #expect(hello.version == .tls13)
    #expect(hello.cipherSuite.rawValue == 4866)
    #expect(!hello.isHelloRetryRequest)
    #expect(events.count == 1)
    #expect(parser.isDone && parser.stop == nil)
  }

  @Test func readsTheCertificatesOfTLS12() throws {
    let events = Self.events(TLSFixtures.server12)
    #expect(Self.serverHellos(events).map(\.version) == [.tls12])
    guard events.count == 3, case .certificate(let chain) = events[1],
      case .keyExchange(let keys) = events[2]
    else {
      Issue.record("no certificate")
      return
    }
    #expect(keys.description == "x25519")
    #expect(chain.map(\.count) == [815])
    #expect(chain[0].starts(with: [0x30, 0x82]))
  }

  @Test func readsTheSecondHelloThatAServerAskedFor() {
    let client = Self.clientHellos(Self.events(TLSFixtures.clientRetried))
    #expect(client.map(\.serverName) == ["press.example", "press.example"])
    let server = Self.serverHellos(Self.events(TLSFixtures.serverRetry))
    #expect(server.map(\.isHelloRetryRequest) == [true, false])
  }

  @Test func readsAnAlert() {
    let events = Self.events(TLSFixtures.refusal)
    guard case .alert(let alert) = events.first else {
      Issue.record("no alert")
      return
    }
    #expect(alert.isFatal)
    #expect(alert.description == "unexpected_message")
  }

  @Test(arguments: [
    TLSFixtures.client13, TLSFixtures.server12, TLSFixtures.clientRetried,
    TLSFixtures.serverRetry, TLSFixtures.refusal, ssl2,
  ])
  func doesNotDependOnWhereSegmentsEnd(stream: Bytes) {
    let whole = Self.events(stream)
    #expect(!whole.isEmpty)
    for cut in 1..<stream.array.count {
      #expect(Self.events(stream, cutAt: [cut]) == whole)
    }
    #expect(Self.events(stream, cutAt: Array(1..<stream.array.count)) == whole)
  }

  /// The same messages in records of one to seven bytes each.
  @Test(arguments: 1...7)
  func putsMessagesTogetherFromManyRecords(size: Int) {
    let hello = Array(TLSFixtures.client12Legacy.array.dropFirst(5))
    var records: [UInt8] = []
    for start in stride(from: 0, to: hello.count, by: size) {
      let fragment = hello[start..<min(start + size, hello.count)]
      records += [22, 3, 1, 0, UInt8(fragment.count)] + fragment
    }
    let whole = Self.events(TLSFixtures.client12Legacy)
    #expect(Self.events(Bytes(records)) == whole)
  }

  @Test func givesAHelloWithAGapAsFarAsItCame() throws {
    var parser = TLSStreamParser()
    var events: [TLSEvent] = []
    TLSFixtures.client13.prefix(200).withPieces { parser.consume($0, into: &events) }
    parser.skipGap(100, into: &events)
    let hello = try #require(Self.clientHellos(events).first)
    #expect(hello.cipherSuites.count == 31)
    #expect(hello.serverName == "press.example")
    #expect(!hello.isComplete && hello.ja3String == nil)
    let rest = Bytes(Array(TLSFixtures.client13.array.dropFirst(300)))
    rest.withPieces { parser.consume($0, into: &events) }
    #expect(events.count == 1)
    #expect(parser.stop == nil)
  }

  @Test(arguments: 0..<512)
  func readsAClientHelloUpToWhereItIsCut(length: Int) {
    let body = Bytes(Array(TLSFixtures.client13.array[9..<517].prefix(length)))
    let hello = body.withReader { TLSClientHello(parsing: &$0) }
    // 133 is where the extensions begin, which a hello may do without.
    #expect(hello.isComplete == (length >= 508 || length == 133))
    #expect(hello.serverName == nil || hello.serverName == "press.example")
  }

  /// A hello of two suites in the form of SSL 2.0 that offers TLS 1.0.
  static let ssl2: Bytes = """
    8022 01 0301 0009 0000 0010 00002f 000035 010080 000102030405060708090a0b0c0d0e0f
    """

  @Test func readsAHelloInTheFormOfSSL2() throws {
    let hello = try #require(Self.clientHellos(Self.events(Self.ssl2)).first)
    #expect(hello.isSSL2)
    #expect(hello.highestVersion.description == "TLS 1.0")
    #expect(hello.cipherSuites.map(\.rawValue) == [0x2f, 0x35])
    #expect(Self.ssl2.withReader { TLSStreamParser.looksLikeTLS($0) })
  }

  @Test(arguments: [
    (Bytes("19 0301 0005"), DecodeError.invalid(.tlsRecordType, value: 25, at: 0)),
    (Bytes("16 0305 0005"), DecodeError.invalid(.tlsVersion, value: 0x0305, at: 1)),
    (Bytes("16 0200 0005"), DecodeError.invalid(.tlsVersion, value: 0x0200, at: 1)),
    (Bytes("16 0301 4801"), DecodeError.invalid(.tlsRecordLength, value: 18_433, at: 3)),
    (Bytes("16 0301 0000"), DecodeError.invalid(.tlsRecordLength, value: 0, at: 3)),
  ])
  func stopsAtWhatIsNoRecord(bytes: Bytes, expected: DecodeError) {
    var parser = TLSStreamParser()
    var events: [TLSEvent] = []
    bytes.withPieces { parser.consume($0, into: &events) }
    #expect(parser.isDone)
    #expect(parser.stop == expected)
  }

  @Test func stopsAtEncryptedHandshakes() {
    var parser = TLSStreamParser()
    var events: [TLSEvent] = []
    TLSFixtures.client12.withPieces { parser.consume($0, into: &events) }
    #expect(events.count == 1)
    #expect(parser.isDone)
  }

  @Test func isRecognisedByItsContent() {
    let looks = { (bytes: Bytes) in bytes.withReader { TLSStreamParser.looksLikeTLS($0) } }
    #expect(
      looks(TLSFixtures.client13) && looks(TLSFixtures.server12) && looks(TLSFixtures.refusal))
    #expect(!looks(Bytes(text: "SSH-2.0-OpenSSH_9.2p1\r\n")) && !looks(Bytes("")))
    #expect(!looks("16 0301 0010 07000000"))
  }

  /// The example that the specification of JA4 gives with its sorted lists (FoxIO, "JA4.md").
  @Test func writesJA4AsItsSpecificationDoes() {
    var hello = Bytes("").withReader { TLSClientHello(parsing: &$0) }
    hello.legacyVersion = .tls12
    hello.supportedVersions = [TLSVersion(rawValue: 0x2A2A), .tls13, .tls12]
    hello.cipherSuites = [
      0x4A4A, 0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC013,
      0xC014, 0x9C, 0x9D, 0x2F, 0x35,
    ].map { TLSCipherSuite(rawValue: $0) }
    hello.extensions = [
      0x1A1A, 0x1B, 0, 0x33, 0x10, 0x4469, 0x17, 0x2D, 0x0D, 5, 0x23, 0x12, 0x2B, 0xFF01, 0x0B,
      0x0A, 0x15, 0x3A3A,
    ]
    hello.signatureAlgorithms = [
      0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601,
    ]
    #expect(hello.ja4Prefix(transport: "t") == "t13d151600")
    #expect(
      hello.ja4CipherSuites
        == "002f,0035,009c,009d,1301,1302,1303,c013,c014,c02b,c02c,c02f,c030,cca8,cca9")
    #expect(
      hello.ja4Extensions == """
        0005,000a,000b,000d,0012,0015,0017,001b,0023,002b,002d,0033,4469,ff01\
        _0403,0804,0401,0503,0805,0501,0806,0601
        """)
  }

  @Test func tellsAHelloThatBeginsASegment() {
    let begins = { (bytes: Bytes) in bytes.withReader { TLSStreamParser.beginsWithHello($0) } }
    for hello in [TLSFixtures.client13, TLSFixtures.client12, TLSFixtures.server12] {
      #expect(begins(hello) && begins(hello.prefix(11)) && !begins(hello.prefix(10)))
    }
    #expect(!begins("16 0301 0200 01 0000fc 0303"))
    #expect(!begins("16 0303 0200 0b 0001fc 0303"))
    #expect(!begins("17 0301 0200 01 0001fc 0303"))
    #expect(!begins("16 0201 0200 01 0001fc 0303"))
  }

  @Test func readsAHeartbeatThatWantsTooMuch() {
    let hello = TLSFixtures.client12Legacy
    let events = Self.events(
      hello + "18 0302 0003 01 4000" + "18 0302 0017 02 0004 61626364"
        + Bytes([UInt8](repeating: 0, count: 16)))
    let beats = events.compactMap { event -> TLSHeartbeat? in
      if case .heartbeat(let beat) = event { beat } else { nil }
    }
    #expect(beats.map(\.isRequest) == [true, false])
    #expect(beats.map(\.claimsTooMuch) == [true, false])
  }

  @Test func readsInWhichGroupAKeyIsAgreedOn() {
    let exchange = { (suite: String, body: Bytes) -> String? in
      let hello =
        Bytes(stringLiteral: "020000260303" + String(repeating: "00", count: 33))
        + Bytes(stringLiteral: suite + "00")
      var message: [UInt8] = [12, 0, 0, UInt8(body.array.count)]
      message += body.array
      let records = hello.array + message
      var stream: [UInt8] = [22, 3, 3, 0, UInt8(records.count)]
      stream += records
      for case .keyExchange(let keys) in Self.events(Bytes(stream)) { return keys.description }
      return nil
    }
    #expect(exchange("c02f", "03 0017 01 04") == "secp256r1")
    #expect(exchange("c02f", "01 0017 01 04") == nil)
    #expect(exchange("0033", "0004 7fffffff 0001 02") == "DH 31 bits")
    #expect(exchange("c035", "0002 6869 03 001d 01 04") == "x25519")
    #expect(exchange("002f", "03 0017 01 04") == nil)
    #expect(exchange("c02f", "03") == nil)
  }

  @Test func namesVersionsSuitesAndGREASE() {
    #expect(TLSVersion(rawValue: 0x7F17).description == "TLS 1.3 (draft 23)")
    #expect(TLSVersion(rawValue: 0x0A0A).description == "0x0A0A")
    #expect(TLSCipherSuite(rawValue: 0xC02F).description == "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
    #expect(TLSCipherSuite(rawValue: 0x12FF).description == "0x12FF")
    #expect(TLSNumber.isGREASE(0xFAFA) && !TLSNumber.isGREASE(0x0A1A))
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 4)
    let streams = [
      TLSFixtures.clientRetried, TLSFixtures.server12, TLSFixtures.serverRetry, Self.ssl2,
    ]
    for round in 0..<340_000 {
      let bytes = Bytes(random.mutate(streams[round % 4].array))
      var parser = TLSStreamParser()
      var events: [TLSEvent] = []
      let cut = Int(random.next() % UInt64(bytes.array.count + 1))
      bytes.withPieces(cutAt: [cut]) { piece in
        parser.consume(piece, into: &events)
        if round % 5 == 0 { parser.skipGap(Int(random.next() % 64), into: &events) }
      }
      for case .clientHello(let hello) in events {
        _ = hello.ja3String
        _ = hello.ja4Prefix(transport: "t")
      }
    }
  }
}
