import PacketDecoding
import TestSupport
import Testing

struct DNSMessageTests {
  /// A query for the address of example.com, with an EDNS record.
  static let query: Bytes = """
    1a2b 0120 0001 0000 0000 0001 07 6578616d706c65 03 636f6d 00 0001 0001
    00 0029 04d0 0000 0000 0000
    """
  /// www.example.com is an alias of example.com, which has an address of either kind.
  static let response: Bytes = """
    1a2b 8180 0001 0003 0000 0001 03 777777 07 6578616d706c65 03 636f6d 00 0001 0001
    c00c 0005 0001 00000e10 0002 c010
    c010 0001 0001 0000012c 0004 5db8d822
    c010 001c 0001 0000012c 0010 26062800022000010248189325c81946
    00 0029 04d0 01 00 0000 0000
    """
  static let header: Bytes = "0001 0100 0001 0000 0000 0000"

  static func parse(_ bytes: Bytes) throws -> DNSMessage {
    try bytes.withReader { reader in try DNSMessage(parsing: &reader) }
  }

  /// The name of a query whose question is `name` in hex.
  static func name(_ name: Bytes) throws -> String? {
    try parse(header + name + "0001 0001").questions.first?.name
  }

  @Test func readsAQuery() throws {
    let message = try Self.parse(Self.query)
    #expect(message.id == 0x1a2b)
    #expect(!message.isResponse)
    #expect(message.questions.map(\.name) == ["example.com"])
    #expect(message.questions.map(\.type) == [.a])
    #expect(message.edns?.udpSize == 1232)
    #expect(message.edns?.version == 0)
    #expect(message.edns?.wantsDNSSEC == false)
    #expect(message.stop == nil)
  }

  @Test func readsAliasesAndAddresses() throws {
    let message = try Self.parse(Self.response)
    #expect(message.isResponse)
    #expect(message.answers.map(\.name) == ["www.example.com", "example.com", "example.com"])
    #expect(message.answers[0].data == .name("example.com"))
    #expect(message.answers[1].data == .address(IPAddress(v4: 0x5db8_d822)))
    #expect(message.answers[1].timeToLive == 300)
    guard case .address(let address) = message.answers[2].data else {
      Issue.record("no address")
      return
    }
    #expect(address.description == "2606:2800:220:1:248:1893:25c8:1946")
  }

  @Test func takesTheUpperBitsOfTheResponseCodeFromEDNS() throws {
    let message = try Self.parse(Self.response)
    #expect(message.responseCode.description == "BADVERS")
    #expect(message.header.responseCode == .noError)
  }

  @Test(arguments: 0..<4)
  func rejectsAMessageWithoutItsFlags(length: Int) {
    #expect(throws: DecodeError.self) { try Self.parse(Self.response.prefix(length)) }
  }

  @Test(arguments: 4..<DNSHeader.byteCount)
  func knowsAResponseByItsFlagsAlone(length: Int) throws {
    let message = try Self.parse(Self.response.prefix(length))
    #expect(message.isResponse)
    #expect(message.questions.isEmpty)
    #expect(message.stop != nil)
  }

  @Test(arguments: DNSHeader.byteCount..<response.array.count)
  func keepsWhatIsBeforeTheEnd(length: Int) throws {
    let message = try Self.parse(Self.response.prefix(length))
    #expect(message.stop != nil)
    #expect(message.questions.count == (length >= 33 ? 1 : 0))
    #expect(message.answers.count == (length < 47 ? 0 : length < 63 ? 1 : length < 91 ? 2 : 3))
  }

  @Test(arguments: [
    ("00", "<Root>"), ("03 612062 01 63 00", "a b.c"), ("04 6109620a 00", #"a\tb\n"#),
    ("03 610062 00", #"a\000b"#), ("03 017fff 00", "\\001\\177\u{FFFD}"),
    ("02 c3a9 00", "é"), ("03 e280ae 00", #"\u202E"#), ("03 c28078 00", #"\u0080x"#),
    ("04 f09f9880 00", "😀"), ("05 6122 5c 2e63 00", #"a"\.c"#),
  ])
  func showsNamesAsWiresharkDoes(hex: String, expected: String) throws {
    #expect(try Self.name(Bytes(stringLiteral: hex)) == expected)
  }

  @Test(arguments: ["c00c", "03 616263 c00c", "c00e c00c"])
  func doesNotFollowPointersForever(hex: String) throws {
    let name = try Self.name(Bytes(stringLiteral: hex))
    #expect(name == "<Name contains a pointer that loops>")
  }

  @Test func refusesNamesThatAreTooLong() throws {
    let label = "3f" + String(repeating: "61", count: 63)
    let most = String(repeating: label, count: 3)
    let last = { (count: Int) in String(count, radix: 16) + String(repeating: "62", count: count) }
    let name = try Self.name(Bytes(stringLiteral: most + last(61) + "00"))
    #expect(name?.utf8.count == 253)
    let longer = try Self.name(Bytes(stringLiteral: most + last(62) + "00"))
    #expect(longer == "<Name too long>")
    let letters = String(repeating: "0161", count: 140)
    #expect(try Self.name(Bytes(stringLiteral: letters + "00")) == "<Name too long>")
  }

  @Test(arguments: [0x40, 0x41, 0x80, 0xBF])
  func rejectsOtherKindsOfLabels(value: Int) throws {
    let message = try Self.parse(Self.header + Bytes([UInt8(value)]) + "00 0001 0001")
    #expect(message.stop == .invalid(.dnsLabel, value: value, at: 12))
    #expect(message.questions.isEmpty)
  }

  @Test func readsOnlySoManyQuestionsAndRecords() throws {
    let question: [UInt8] = [0, 0, 1, 0, 1]
    let questions = Array(repeating: question, count: 65).flatMap { $0 }
    let many = try Self.parse("0001 0100 0041 0000 0000 0000" + Bytes(questions))
    #expect(many.questions.count == DNSMessage.questionLimit)
    #expect(many.stop == .invalid(.dnsCount, value: 65, at: 12 + 64 * 5))
    let record: [UInt8] = [0, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0]
    let records = Array(repeating: record, count: 300).flatMap { $0 }
    let response = try Self.parse("0001 8100 0000 012c 0000 0000" + Bytes(records))
    #expect(response.answers.count == DNSMessage.recordLimit)
    #expect(response.answers[0].data == .other(byteCount: 0))
  }

  /// The data of the only answer of a response, `type` and data in hex.
  static func data(_ type: Int, _ data: Bytes) throws -> DNSRecord? {
    let head: Bytes = "0001 8100 0000 0001 0000 0000 03 616263 00"
    let (kind, count) = (Bytes([0, UInt8(type)]), Bytes([0, UInt8(data.array.count)]))
    return try parse(head + kind + "0001 00000e10" + count + data).answers.first
  }

  @Test func readsTheDataThatSaysSomething() throws {
    #expect(try Self.data(15, "000a 046d61696c 00")?.dataText == "mail")
    #expect(try Self.data(33, "0000 0000 13c4 03736970 00")?.dataText == "sip:5060")
    #expect(try Self.data(16, "05 68656c6c6f")?.dataText == "\"hello\"")
    #expect(try Self.data(16, "ff 68656c6c6f")?.dataText == "\"hello\"")
    #expect(try Self.data(6, "026e73 00 00 00000001")?.dataText == "ns")
    #expect(try Self.data(48, "0101 0308 aabb")?.dataText == "DNSKEY (6 bytes)")
    let https = try Self.data(
      65,
      """
      0001 00 0001 0003 026832 0004 0008 c0000201 c0000202
      0006 0010 20010db8000000000000000000000001
      """)
    #expect(https?.dataText == ". 192.0.2.1 192.0.2.2 2001:db8::1")
    let alias = try Self.data(64, "0000 0377656200 0004 00ff c0000201")
    #expect(alias?.dataText == "web 192.0.2.1")
  }

  @Test func namesTypesAndCodes() {
    #expect(
      [1, 28, 65, 255].map { DNSType(rawValue: $0).description } == ["A", "AAAA", "HTTPS", "ANY"])
    #expect(DNSType(rawValue: 65400).description == "TYPE65400")
    #expect(DNSResponseCode.nameError.description == "NXDOMAIN")
    #expect(DNSResponseCode(rawValue: 23).description == "BADCOOKIE")
    #expect(DNSResponseCode(rawValue: 24).description == "RCODE24")
  }

  /// The questions of a message with these header fields, and one byte behind.
  @Test(arguments: [
    ("ffff 0100 0001 0000 0000 000a 00", true), ("ffff 0100 0001 0000 0000 000b 00", false),
    ("ffff 0100 0000 0000 0000 0000 00", false), ("ffff 0100 0001 0001 0000 0000 00", false),
    ("ffff 0100 0001 0000 0001 0000 00", false), ("ffff 2100 0001 0000 0000 0000 00", false),
    ("ffff 8100 0000 0064 000a 000a 00", true), ("ffff 8100 0001 0065 0000 0000 00", false),
    ("ffff 8100 0000 0000 000b 0000 00", false), ("ffff 8100 0002 0000 0000 0000 00", false),
    ("ffff 0100 0001 0000 0000 0000", false), ("ffff 87ff 0000 0000 0000 0000 ff", true),
  ])
  func isRecognisedByTheCountsThatWiresharkTakes(hex: String, isDNS: Bool) {
    let bytes = Bytes(stringLiteral: hex)
    #expect(bytes.withReader { DNSMessage.looksLikeDNS($0) } == isDNS)
  }

  @Test func isRecognisedByItsContent() {
    let looks = { (bytes: Bytes) in bytes.withReader { DNSMessage.looksLikeDNS($0) } }
    #expect(looks(Self.query))
    #expect(looks(Self.response))
    #expect(!looks(Bytes(text: "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n")))
    var random = SeededGenerator(state: 3)
    let hits = (0..<100_000).count { _ in
      looks(Bytes((0..<64).map { _ in UInt8(truncatingIfNeeded: random.next()) }))
    }
    #expect(hits == 0)
  }

  @Test func leavesNothingOfTheMessageBefore() throws {
    var big = DNSBuilder.response("example.com")
    let address = DNSBuilder.Record("example.com", 1, [192, 0, 2, 1])
    big.answers = [DNSBuilder.Record](repeating: address, count: 200)
    big.additional = [address]
    let cut = Bytes(Array(Self.response.array.prefix(60)))
    var names = DNSNameReader(cacheBits: 4)
    var message = DNSMessage()
    let whole = Bytes(big.bytes)
    for bytes in [whole, Self.response, cut, Self.query, whole, Self.response] {
      try bytes.withReader { reader in try message.read(&reader, names: &names) }
      #expect(try message == Self.parse(bytes))
    }
    #expect(cut.withReader { reader in (try? DNSMessage(parsing: &reader))?.stop } != nil)
    // Whoever keeps these answers does not keep room for 200.
    #expect(message.answers.capacity < 20)
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 1)
    for round in 0..<340_000 {
      let bytes = Bytes(random.mutate(round % 2 == 0 ? Self.query.array : Self.response.array))
      bytes.withReader { reader in
        _ = DNSMessage.looksLikeDNS(reader)
        _ = try? DNSMessage(parsing: &reader)
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func isNotSlowedDownByPointersThatMeander() throws {
    // Every name is a long walk through one-letter labels that ends in a pointer to its start.
    let walk = Array([[UInt8]](repeating: [1, 97], count: 8000).joined()) + [0xC0, 12]
    let record: [UInt8] = [0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0]
    let records = [[UInt8]](repeating: record, count: 300).flatMap { $0 }
    let message = try Self.parse(
      "0001 8100 0001 012c 0000 0000" + Bytes(walk) + "0001 0001" + Bytes(records))
    #expect(message.questions[0].name == "<Name too long>")
    #expect(message.answers.count == DNSMessage.recordLimit)
  }
}
