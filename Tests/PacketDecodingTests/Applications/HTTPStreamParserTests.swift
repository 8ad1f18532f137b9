import PacketDecoding
import TestSupport
import Testing

struct HTTPStreamParserTests {
  static func events(
    _ bytes: Bytes, after methods: [String] = [], cutAt cuts: [Int] = []
  ) -> [HTTPEvent] {
    var parser = HTTPStreamParser()
    for method in methods { parser.noteRequest(method: method) }
    var events: [HTTPEvent] = []
    bytes.withPieces(cutAt: cuts) { parser.consume($0, into: &events) }
    return events
  }

  static func requests(_ events: [HTTPEvent]) -> [HTTPRequest] {
    events.compactMap { if case .request(let request) = $0 { request } else { nil } }
  }

  static func responses(_ events: [HTTPEvent]) -> [HTTPResponse] {
    events.compactMap { if case .response(let response) = $0 { response } else { nil } }
  }

  @Test func readsARequest() throws {
    let events = Self.events(HTTPFixtures.get)
    let request = try #require(Self.requests(events).first)
    #expect(request.method == "GET")
    #expect(request.target == "/c.pem")
    #expect(request.version == "HTTP/1.1")
    #expect(request.host == "127.0.0.1:18080")
    #expect(request.fields.userAgent == "curl/7.88.1")
    #expect(request.fields.byteCount == HTTPFixtures.get.array.count)
    #expect(events.last == .end(bodyByteCount: 0, isWhole: true))
  }

  @Test func readsBareLineFeedsFoldedLinesAndNamesOfAnyCase() throws {
    let events = Self.events(Bytes(text: "\r\n\n") + HTTPFixtures.post)
    let request = try #require(Self.requests(events).first)
    #expect(request.host == "print.example")
    #expect(request.fields.userAgent == "one two")
    #expect(request.fields.hasCredentials)
    #expect(events.last == .end(bodyByteCount: 3, isWhole: true))
  }

  @Test(arguments: 0..<40)
  func findsTheEndOfALineWhereverItIs(length: Int) {
    let name = String(repeating: "n", count: length) + "\u{B}"
    let text = "GET / HTTP/1.1\r\nHost: h\nUser-Agent: \(name)\n\u{B}: x\n\n"
    let request = Self.requests(Self.events(Bytes(text: text))).first
    #expect(request?.fields.userAgent == String(repeating: "n", count: length) + "\\v")
    #expect(request?.fields.byteCount == text.utf8.count)
  }

  @Test func readsPipelinedRequests() {
    let stream = HTTPFixtures.post + HTTPFixtures.get + HTTPFixtures.get
    #expect(Self.requests(Self.events(stream)).map(\.method) == ["POST", "GET", "GET"])
  }

  @Test func passesOverBodiesOfKnownLength() {
    let events = Self.events(HTTPFixtures.ok + HTTPFixtures.ok)
    #expect(Self.responses(events).map(\.status) == [200, 200])
    #expect(events.count { $0 == .end(bodyByteCount: 5, isWhole: true) } == 2)
  }

  @Test func passesOverChunksAndTrailers() {
    let events = Self.events(HTTPFixtures.chunked + HTTPFixtures.ok)
    #expect(Self.responses(events).map(\.status) == [200, 200])
    #expect(events[1] == .end(bodyByteCount: 15, isWhole: true))
  }

  @Test func expectsNoBodyInAnswerToHEAD() {
    let stream = HTTPFixtures.notFound + HTTPFixtures.ok
    let events = Self.events(stream, after: ["HEAD", "GET"])
    #expect(Self.responses(events).map(\.status) == [404, 200])
  }

  @Test func leavesTheMethodToTheResponseBehindInterimOnes() {
    let interim = Bytes(text: "HTTP/1.1 100 Continue\r\n\r\n")
    let stream = interim + HTTPFixtures.notFound + HTTPFixtures.ok
    let events = Self.events(stream, after: ["HEAD", "GET"])
    #expect(Self.responses(events).map(\.status) == [100, 404, 200])
  }

  @Test(arguments: [204, 304])
  func expectsNoBodyWithStatus(status: Int) {
    let empty = Bytes(text: "HTTP/1.1 \(status) Nothing\r\nContent-Length: 9\r\n\r\n")
    #expect(Self.responses(Self.events(empty + HTTPFixtures.ok)).map(\.status) == [status, 200])
  }

  @Test func readsABodyWithoutLengthUntilTheEnd() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    let response = Bytes(text: "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 is what this is about")
    response.withPieces { parser.consume($0, into: &events) }
    #expect(parser.skippableByteCount == .max)
    parser.finish(isClosed: true, into: &events)
    #expect(Self.responses(events).count == 1)
    #expect(events.last == .end(bodyByteCount: 30, isWhole: true))
  }

  @Test(arguments: [("CONNECT", "HTTP/1.1 200 OK\r\n\r\n"), ("GET", "HTTP/1.1 101 S\r\n\r\n")])
  func stopsWhereTheProtocolChanges(method: String, text: String) {
    var parser = HTTPStreamParser()
    parser.noteRequest(method: method)
    var events: [HTTPEvent] = []
    let bytes = Bytes(text: text + "\u{16}\u{3}\u{1}")
    var used = 0
    bytes.withPieces { used += parser.consume($0, into: &events) }
    #expect(Self.responses(events).map(\.switchesProtocol) == [true])
    #expect(parser.isDone)
    #expect(events.last == .end(bodyByteCount: 0, isWhole: true))
    #expect(used == text.utf8.count)
  }

  @Test func goesOnAfterARefusedCONNECT() {
    let refusal = Bytes(text: "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")
    let events = Self.events(refusal + HTTPFixtures.ok, after: ["CONNECT", "GET"])
    #expect(Self.responses(events).map(\.status) == [407, 200])
  }

  @Test func noticesHTTP2() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    let preface = Bytes(text: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
    preface.withPieces { parser.consume($0, into: &events) }
    #expect(parser.isHTTP2 && parser.isDone && events.isEmpty)
  }

  @Test(arguments: [
    HTTPFixtures.get + HTTPFixtures.post + HTTPFixtures.get,
    HTTPFixtures.ok + HTTPFixtures.chunked + HTTPFixtures.ok,
  ])
  func doesNotDependOnWhereSegmentsEnd(stream: Bytes) {
    let whole = Self.events(stream)
    #expect(whole.count >= 2)
    for cut in 1..<stream.array.count {
      #expect(Self.events(stream, cutAt: [cut]) == whole)
    }
    #expect(Self.events(stream, cutAt: Array(1..<stream.array.count)) == whole)
  }

  @Test func staysInStepOverAGapInABody() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    let end = HTTPFixtures.ok.array.count
    HTTPFixtures.ok.prefix(end - 4).withPieces { parser.consume($0, into: &events) }
    #expect(parser.skippableByteCount == 4)
    parser.skipGap(4, into: &events)
    HTTPFixtures.ok.withPieces { parser.consume($0, into: &events) }
    #expect(Self.responses(events).count == 2)
    #expect(parser.isInSync)
    #expect(events[1] == .end(bodyByteCount: 5, isWhole: false))
    #expect(events.last == .end(bodyByteCount: 5, isWhole: true))
  }

  @Test func reportsACutHeaderAndFindsTheNextMessage() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    HTTPFixtures.get.prefix(35).withPieces { parser.consume($0, into: &events) }
    parser.skipGap(20, into: &events)
    // Only where a segment begins is a message found again.
    let rest = Bytes(text: "ept: */*\r\n\r\n") + HTTPFixtures.post
    for segment in [rest, Bytes(text: "GET nothing\r\n\r\n"), HTTPFixtures.get] {
      segment.withPieces { parser.consume($0, into: &events) }
    }
    let requests = Self.requests(events)
    #expect(requests.map(\.isComplete) == [false, true])
    #expect(requests[0].host == "127.0.0.")
  }

  @Test func reportsAHeaderThatIsTooLongAsFarAsItWent() {
    let long = Bytes(
      text: "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 70_000))
    let requests = Self.requests(
      Self.events(long + HTTPFixtures.get, cutAt: [long.array.count]))
    #expect(requests.map(\.host) == ["a", "127.0.0.1:18080"])
    #expect(requests.map(\.isComplete) == [false, true])
  }

  @Test(arguments: ["x", "-5", "99999999999999999999", "0x10"])
  func readsOnWithoutALengthThatIsNone(length: String) {
    let stream = Bytes(text: "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\nbody")
    let response = Self.responses(Self.events(stream)).first
    #expect(response?.fields.contentLength == nil)
  }

  @Test(arguments: ["z", "-1", "80000001", "FFFFFFFFFFFFFFFFF", ""])
  func findsTheNextMessageAfterABadChunkSize(size: String) {
    let bad = Bytes(text: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n")
    let events = Self.events(bad + HTTPFixtures.ok, cutAt: [bad.array.count])
    #expect(Self.responses(events).count == 2)
    #expect(events[1] == .end(bodyByteCount: 0, isWhole: true))
  }

  @Test func countsWhatTheSnapshotLengthLeavesOfAMessage() {
    for length in [20, 60, HTTPFixtures.ok.array.count - 2] {
      var parser = HTTPStreamParser()
      var events: [HTTPEvent] = []
      HTTPFixtures.ok.prefix(length).withPieces { parser.consume($0, into: &events) }
      parser.skipCut(HTTPFixtures.ok.array.count - length, into: &events)
      #expect(Self.responses(events).map(\.status) == [200])
      HTTPFixtures.ok.withPieces { parser.consume($0, into: &events) }
      #expect(Self.responses(events).count == 2)
      let ends = events.filter { if case .end(_, let isWhole) = $0 { isWhole } else { false } }
      #expect(ends.count == 2)
    }
  }

  @Test func missesWhatTheSnapshotLengthCutsOffLater() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    let head = HTTPFixtures.ok.array.count - 5
    HTTPFixtures.ok.prefix(head).withPieces { parser.consume($0, into: &events) }
    Bytes(text: "he").withPieces { parser.consume($0, into: &events) }
    parser.skipCut(3, into: &events)
    #expect(events.last == .end(bodyByteCount: 5, isWhole: false))
  }

  @Test(arguments: [false, true])
  func needsTheEndOfTheStreamForABodyWithoutLength(isClosed: Bool) {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    Bytes(text: "HTTP/1.1 200 OK\r\n\r\nab").withPieces { parser.consume($0, into: &events) }
    parser.finish(isClosed: isClosed, into: &events)
    #expect(events.last == .end(bodyByteCount: 2, isWhole: isClosed))
  }

  @Test func takesTheLatestRequestForThatOfAResponseBehindAGap() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    for method in ["HEAD", "GET"] { parser.noteRequest(method: method) }
    parser.skipGap(100, into: &events)
    HTTPFixtures.ok.withPieces { parser.consume($0, into: &events) }
    #expect(Self.responses(events).map(\.followsGap) == [true])
    #expect(events.last == .end(bodyByteCount: 5, isWhole: true))
  }

  @Test func goesOnBehindACutFirstLineWithAKnownMethod() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    for text in ["GET /a/very/long", "POST /other", "SOME OTHER", "HEAD or tails"] {
      Bytes(text: text).withPieces { parser.consume($0, into: &events) }
      parser.skipCut(100, into: &events)
    }
    #expect(Self.requests(events).map(\.method) == ["GET", "POST"])
    #expect(events.count { $0 == .end(bodyByteCount: 0, isWhole: true) } == 2)
  }

  @Test func readsWhatProxiesAndCodingsSay() throws {
    let text = """
      GET http://a.example/ HTTP/1.1\r
      Via: 1.1 proxy.example\r
      X-Forwarded-For: 192.0.2.1\r
      Content-Encoding: gzip\r
      \r\n
      """
    let fields = try #require(Self.requests(Self.events(Bytes(text: text))).first).fields
    #expect(fields.via == "1.1 proxy.example" && fields.isForwarded)
    #expect(fields.contentEncoding == "gzip")
  }

  @Test func survivesTheLargestLengths() {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    let head = Bytes(text: "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n")
    head.withPieces { parser.consume($0, into: &events) }
    parser.skipGap(.max, into: &events)
    parser.skipGap(.max, into: &events)
    parser.skipGap(.max, into: &events)
    #expect(events.last == .end(bodyByteCount: .max, isWhole: false))
  }

  @Test func takesTheHostOfAnAbsoluteTarget() {
    let request = Bytes(text: "GET http://a.example:81/x?y HTTP/1.0\r\n\r\n")
    #expect(Self.requests(Self.events(request)).first?.authority == "a.example:81")
    #expect(Self.requests(Self.events(request)).first?.host == nil)
  }

  @Test func recognisesFirstLinesByContent() {
    let request = { (bytes: Bytes) in bytes.withReader { HTTPStreamParser.looksLikeRequest($0) } }
    let response = { (bytes: Bytes) in bytes.withReader { HTTPStreamParser.looksLikeResponse($0) } }
    #expect(request(HTTPFixtures.get) && request(HTTPFixtures.post) && request(HTTPFixtures.search))
    #expect(request(HTTPFixtures.get.prefix(8)))
    #expect(request(Bytes(text: "GET /weather HTTP/1.0.8\r\n")))
    #expect(response(HTTPFixtures.ok) && !request(HTTPFixtures.ok))
    for text in [
      "OPTIONS rtsp://a/ RTSP/1.0\r\n", "EHLO a b\r\n", "GET ", "USER me\r\n", "", "\r\n",
    ] {
      #expect(!request(Bytes(text: text)), "\(text)")
    }
  }

  @Test func readsADatagram() throws {
    let message = HTTPFixtures.search.withReader { HTTPMessage(parsing: &$0) }
    guard case .request(let request) = message else {
      Issue.record("no request")
      return
    }
    #expect(request.method == "M-SEARCH")
    #expect(request.host == "239.255.255.250:1900")
    #expect(Bytes("00010203").withReader { HTTPMessage(parsing: &$0) } == nil)
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 2)
    let streams = [HTTPFixtures.post + HTTPFixtures.get, HTTPFixtures.ok + HTTPFixtures.chunked]
    for round in 0..<340_000 {
      let bytes = Bytes(random.mutate(streams[round % 2].array))
      var parser = HTTPStreamParser(isInSync: round % 3 != 0)
      var events: [HTTPEvent] = []
      let cut = Int(random.next() % 100)
      bytes.withPieces(cutAt: [min(cut, bytes.array.count)]) { piece in
        parser.consume(piece, into: &events)
        if round % 5 == 0 { parser.skipGap(cut, into: &events) }
        if round % 7 == 0 { parser.skipCut(cut, into: &events) }
      }
      parser.finish(isClosed: round % 2 == 0, into: &events)
    }
  }
}
