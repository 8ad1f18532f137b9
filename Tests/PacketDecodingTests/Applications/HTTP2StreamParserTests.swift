import PacketDecoding
import TestSupport
import Testing

struct HTTP2StreamParserTests {
  typealias Fixtures = HTTP2Fixtures

  static func events(_ bytes: Bytes, cutAt cuts: [Int] = []) -> [HTTP2Event] {
    var parser = HTTP2StreamParser()
    var events: [HTTP2Event] = []
    bytes.withPieces(cutAt: cuts) { parser.consume($0, into: &events) }
    return events
  }

  static func requests(_ events: [HTTP2Event]) -> [HTTPRequest] {
    events.compactMap { if case .message(_, .request(let request)) = $0 { request } else { nil } }
  }

  static func responses(_ events: [HTTP2Event]) -> [HTTPResponse] {
    events.compactMap { event in
      if case .message(_, .response(let response)) = event { response } else { nil }
    }
  }

  static func ends(_ events: [HTTP2Event]) -> [HTTPEvent] {
    events.compactMap { event in
      if case .message(_, .end(let count, let isWhole)) = event {
        .end(bodyByteCount: count, isWhole: isWhole)
      } else {
        nil
      }
    }
  }

  static func types(_ events: [HTTP2Event]) -> [String] {
    events.compactMap { if case .frame(let type) = $0 { type.description } else { nil } }
  }

  @Test func readsARequest() throws {
    let events = Self.events(Fixtures.client)
    #expect(Self.types(events) == ["SETTINGS", "WINDOW_UPDATE", "HEADERS", "SETTINGS"])
    let request = try #require(Self.requests(events).first)
    #expect(request.method == "GET" && request.target == "/index.html")
    #expect(request.version == "HTTP/2" && request.host == "127.0.0.1:18081")
    #expect(request.fields.userAgent == "tester/1.0")
    #expect(Self.ends(events) == [.end(bodyByteCount: 0, isWhole: true)])
  }

  @Test func readsAResponse() throws {
    let events = Self.events(Fixtures.server)
    let response = try #require(Self.responses(events).first)
    #expect(response.status == 200 && response.fields.contentType == "text/html")
    #expect(response.fields.server == "nginx/1.22.1")
    #expect(response.fields.contentLength == 13)
    #expect(Self.ends(events) == [.end(bodyByteCount: 13, isWhole: true)])
  }

  @Test func refersToFieldsOfBlocksBefore() {
    let requests = Self.requests(Self.events(Fixtures.headers(Fixtures.requests)))
    #expect(requests.map(\.method) == ["GET", "POST", "GET", "PUT"])
    let targets = ["/a", "/v1/greeter.Greeter/SayHello", "/a", "/files/\u{FFFD}"]
    #expect(requests.map(\.target) == targets)
    #expect(requests.allSatisfy { $0.host == "api.example:8080" })
    #expect(requests.allSatisfy { $0.fields.userAgent == "grpc-go/1.60.1" })
    #expect(requests.allSatisfy { $0.fields.contentType == "application/grpc" })
  }

  @Test(arguments: [Fixtures.plainRequests, Fixtures.huffmanRequests])
  func readsTheRequestsOfTheRFC(blocks: [Bytes]) {
    let requests = Self.requests(Self.events(Fixtures.headers(blocks)))
    #expect(requests.map(\.target) == ["/", "/", "/index.html"])
    #expect(requests.map(\.host) == Array(repeating: "www.example.com", count: 3))
  }

  @Test(arguments: [Fixtures.plainResponses, Fixtures.huffmanResponses])
  func readsTheResponsesOfTheRFC(blocks: [Bytes]) {
    let responses = Self.responses(Self.events(Fixtures.headers(blocks)))
    #expect(responses.map(\.status) == [302, 307, 200])
    #expect(responses.map(\.fields.contentEncoding) == [nil, nil, "gzip"])
  }

  @Test(arguments: [Fixtures.client, Fixtures.server, Fixtures.headers(Fixtures.requests)])
  func doesNotDependOnWhereSegmentsEnd(stream: Bytes) {
    let whole = Self.events(stream)
    for cut in 1..<stream.array.count {
      #expect(Self.events(stream, cutAt: [cut]) == whole)
    }
    #expect(Self.events(stream, cutAt: Array(1..<stream.array.count)) == whole)
  }

  @Test func joinsABlockThatIsContinued() {
    let block = Fixtures.requests[0]
    // Padding of 2 bytes and a priority before, and two frames behind.
    let first = Bytes("02 00000000 10") + block.prefix(20) + "0000"
    let stream =
      Fixtures.frame(1, flags: 0x29, first)
      + Fixtures.frame(9, Bytes(Array(block.array[20..<40])))
      + Fixtures.frame(9, flags: 4, Bytes(Array(block.array[40...])))
    let events = Self.events(stream)
    #expect(Self.requests(events).map(\.target) == ["/a"])
    #expect(Self.ends(events).count == 1)
  }

  @Test func leavesPaddingOutOfTheBody() {
    let head = Fixtures.frame(1, flags: 4, Fixtures.requests[0])
    let data = Fixtures.frame(0, flags: 9, "03 6162 000000")
    let events = Self.events(head + Fixtures.frame(0, "6162") + data)
    #expect(Self.ends(events) == [.end(bodyByteCount: 4, isWhole: true)])
  }

  @Test func waitsForTheResponseBehindAnInterimOne() {
    let stream =
      Fixtures.frame(1, flags: 4, "08 03 313033") + Fixtures.frame(1, flags: 5, "88")
    let events = Self.events(stream)
    #expect(Self.responses(events).map(\.status) == [103, 200])
    #expect(Self.ends(events).count == 1)
  }

  @Test func readsAPromise() {
    let stream = Fixtures.frame(5, flags: 4, Bytes("00000002") + Fixtures.requests[0])
    guard case .promise(2, let request)? = Self.events(stream).last else {
      Issue.record("no promise")
      return
    }
    #expect(request.target == "/a")
  }

  @Test func readsHowStreamsAndConnectionsAreGivenUp() {
    let open = Fixtures.frame(1, flags: 4, Fixtures.requests[0])
    let events = Self.events(
      open + Fixtures.frame(3, "00000008") + Fixtures.frame(7, stream: 0, "00000001 0000000b"))
    #expect(events.contains(.reset(stream: 1, code: 8)))
    #expect(events.contains(.goAway(code: 11)))
    #expect(Self.ends(events) == [.end(bodyByteCount: 0, isWhole: false)])
  }

  @Test func staysInStepOverAGapInABody() {
    var parser = HTTP2StreamParser()
    var events: [HTTP2Event] = []
    let cut = Fixtures.server.array.count - 8
    Fixtures.server.prefix(cut).withPieces { parser.consume($0, into: &events) }
    parser.skipGap(8, into: &events)
    Fixtures.frame(1, flags: 5, stream: 3, "88").withPieces { parser.consume($0, into: &events) }
    #expect(Self.responses(events).map(\.status) == [200, 200])
    #expect(Self.ends(events).first == .end(bodyByteCount: 13, isWhole: false))
  }

  @Test func goesOnBehindAGapWithTheFieldsThatAreWrittenOut() {
    var parser = HTTP2StreamParser()
    var events: [HTTP2Event] = []
    Fixtures.client.prefix(80).withPieces { parser.consume($0, into: &events) }
    parser.skipGap(100, into: &events)
    Bytes("00ff00ff00ff00ff00ff00").withPieces { parser.consume($0, into: &events) }
    let next = Fixtures.frame(1, flags: 5, stream: 5, Fixtures.requests[2])
    next.withPieces { parser.consume($0, into: &events) }
    let request = Self.requests(events).last
    #expect(request?.method == "GET" && request?.target == "/a")
    #expect(request?.host == nil && request?.fields.userAgent == nil)
  }

  @Test func endsWhatIsOpenAtTheEnd() {
    var parser = HTTP2StreamParser()
    var events: [HTTP2Event] = []
    Fixtures.frame(1, flags: 4, "88").withPieces { parser.consume($0, into: &events) }
    parser.finish(into: &events)
    #expect(Self.ends(events) == [.end(bodyByteCount: 0, isWhole: false)])
  }

  @Test func recognisesConnectionsByTheirFirstFrames() {
    let recognises = { (bytes: Bytes) in bytes.withReader { HTTP2StreamParser.recognizes($0) } }
    #expect(recognises(Fixtures.client) && recognises(Fixtures.server))
    #expect(recognises(Fixtures.frame(6, stream: 0, "0001020304050607") + Fixtures.frame(0, "61")))
    for other: Bytes in [
      Fixtures.frame(0, "61"), Fixtures.frame(4, flags: 1, stream: 0),
      Bytes([UInt8](repeating: 0, count: 64)), HTTPFixtures.get, "",
      Fixtures.frame(6, stream: 0, "00"), Fixtures.frame(1, flags: 0x40, "88") + Fixtures.frame(0),
    ] {
      #expect(!recognises(other), "\(other)")
    }
  }

  @Test(arguments: [
    Fixtures.frame(1, flags: 4, "bf"), Fixtures.frame(1, flags: 4, "80"),
    Fixtures.frame(1, flags: 4, "3fe1ff7f"), Fixtures.frame(1, flags: 4, "ffffffffffffffff7f"),
    Fixtures.frame(1, flags: 4, "4083ffffffff"), Fixtures.frame(1, flags: 4, "0001"),
    Fixtures.frame(1, flags: 0xC, "ff88"), Fixtures.frame(9, "88"), Fixtures.frame(3, "88"),
  ])
  func passesOverWhatIsNoFrameOrBlock(stream: Bytes) {
    let events = Self.events(stream + Fixtures.frame(1, flags: 5, stream: 3, "88"))
    #expect(Self.requests(events).isEmpty)
  }

  @Test func holdsNoMoreThanABlock() {
    var parser = HTTP2StreamParser()
    var events: [HTTP2Event] = []
    // A field of 4,000 bytes, and then nothing but references to it.
    let field = Bytes("40 01 61 7f a11e") + Bytes([UInt8](repeating: 0x62, count: 4_000))
    let bomb = Fixtures.frame(1, flags: 1, field + Bytes([UInt8](repeating: 0xBE, count: 10_000)))
    bomb.withPieces { parser.consume($0, into: &events) }
    for _ in 0..<20 {
      let more = Fixtures.frame(9, Bytes([UInt8](repeating: 0xBE, count: 16_000)))
      more.withPieces { parser.consume($0, into: &events) }
      #expect(parser.heldByteCount < 100_000)
    }
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 4)
    let streams = [
      Fixtures.client, Fixtures.server, Fixtures.headers(Fixtures.requests),
      Fixtures.headers(Fixtures.huffmanResponses),
    ]
    for round in 0..<20_000 {
      let bytes = Bytes(random.mutate(streams[round % 4].array))
      var parser = HTTP2StreamParser()
      var events: [HTTP2Event] = []
      let cut = random.next(below: 100)
      bytes.withPieces(cutAt: [min(cut, bytes.array.count)]) { piece in
        parser.consume(piece, into: &events)
        if round % 5 == 0 { parser.skipGap(cut, into: &events) }
      }
      parser.finish(into: &events)
    }
  }
}
