import PacketDecoding
import TestSupport
import Testing

struct DTLSParserTests {
  static func events(_ datagrams: [Bytes]) -> [TLSEvent] {
    var parser = DTLSParser()
    var events: [TLSEvent] = []
    for datagram in datagrams { datagram.withPieces { parser.consume($0, into: &events) } }
    return events
  }

  static func names(_ events: [TLSEvent]) -> [String] {
    events.map { event in
      switch event {
      case .clientHello: "client hello"
      case .serverHello: "server hello"
      case .certificate: "certificate"
      case .keyExchange: "key exchange"
      case .certificateRequest: "certificate request"
      case .sessionTicket: "ticket"
      case .alert: "alert"
      case .heartbeat: "heartbeat"
      }
    }
  }

  @Test func readsAClientHelloBehindItsCookie() throws {
    for datagram in [DTLSFixtures.clientHello, DTLSFixtures.secondHello] {
      guard case .clientHello(let hello) = try #require(Self.events([datagram]).first) else {
        Issue.record("no client hello")
        return
      }
      #expect(hello.isComplete && hello.serverName == "press.example")
      #expect(hello.highestVersion == .dtls12 && hello.applicationProtocols == ["coap"])
      #expect(hello.ja4Prefix(transport: "d").hasPrefix("dd2d"))
    }
  }

  @Test func putsACertificateTogether() throws {
    let events = Self.events(DTLSFixtures.fromServer)
    #expect(
      Self.names(events) == ["server hello", "certificate", "key exchange", "ticket"])
    guard case .certificate(let chain) = events[1], case .keyExchange(let keys) = events[2] else {
      return
    }
    #expect(chain.count == 1 && chain[0].starts(with: [0x30, 0x82]))
    #expect(keys.description == "x25519")
  }

  @Test func doesNotDependOnTheOrderOfFragments() {
    let shuffled = [
      DTLSFixtures.certificateEnd, DTLSFixtures.serverHello, DTLSFixtures.certificateMiddle,
      DTLSFixtures.certificateEnd, DTLSFixtures.serverHello,
    ]
    #expect(Self.names(Self.events(shuffled)) == ["server hello", "certificate"])
  }

  @Test func endsWithTheFirstEncryptedRecord() {
    var parser = DTLSParser()
    var events: [TLSEvent] = []
    DTLSFixtures.clientFinished.withPieces { parser.consume($0, into: &events) }
    #expect(parser.isDone && events.isEmpty)
    var unified = DTLSParser()
    Bytes("2f 0001 0010 00112233445566778899aabbccddeeff").withPieces {
      unified.consume($0, into: &events)
    }
    #expect(unified.isDone && events.isEmpty)
  }

  @Test func isRecognizedByItsRecords() {
    let looks = { (bytes: Bytes) in bytes.withReader { DTLSParser.recognizes($0) } }
    for datagram in DTLSFixtures.fromServer { #expect(looks(datagram)) }
    #expect(looks(DTLSFixtures.clientFinished))
    #expect(looks(DTLSFixtures.secondHello.prefix(100)))
    #expect(!looks(DTLSFixtures.secondHello + Bytes("00")))
    #expect(!looks("16 0303 0000000000000000 0001 00"))
    #expect(!looks("16 0100 0000000000000000 0009 00"))
    #expect(!looks(""))
  }

  @Test(arguments: 0..<400)
  func readsAsFarAsADatagramGoes(length: Int) {
    for datagram in [DTLSFixtures.secondHello, DTLSFixtures.serverHello] {
      let events = Self.events([datagram.prefix(length)])
      #expect(events.count <= 1)
    }
  }

  @Test func survivesAnyBytes() {
    var generator = SeededGenerator(state: 6347)
    for _ in 0..<2000 {
      let datagrams = DTLSFixtures.fromServer.map { Bytes(generator.mutate($0.array)) }
      var parser = DTLSParser()
      var events: [TLSEvent] = []
      for datagram in datagrams { datagram.withPieces { parser.consume($0, into: &events) } }
      #expect(parser.heldByteCount < 1 << 17)
    }
  }
}
