import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// What becomes of HTTP in a TCP connection.
struct HTTPConversationTests {
  /// Sends texts back and forth, each in a segment of its own.
  struct Dialogue {
    var talk = TCPTalk()
    private var client: UInt32 = 1
    private var server: UInt32 = 1

    init() { talk.open() }

    mutating func ask(_ text: String) { ask(Array(text.utf8)) }

    mutating func ask(_ bytes: [UInt8]) {
      talk.client([.ack, .psh], client, server, payload: bytes)
      client += UInt32(bytes.count)
    }

    mutating func answer(_ text: String) { answer(Array(text.utf8)) }

    mutating func answer(_ bytes: [UInt8]) {
      talk.server([.ack, .psh], server, client, payload: bytes)
      server += UInt32(bytes.count)
    }

    mutating func lose(_ count: UInt32) { server &+= count }

    mutating func close() {
      talk.server([.fin, .ack], server, client)
      talk.client([.fin, .ack], client, server + 1)
    }

    static func snapshot(
      options: AnalysisOptions = AnalysisOptions(), _ build: (inout Dialogue) -> Void
    ) -> Snapshot {
      var dialogue = Dialogue()
      build(&dialogue)
      return dialogue.talk.traffic.snapshot(options: options)
    }
  }

  static let get = "GET /a HTTP/1.1\r\nHost: A.example\r\nUser-Agent: test\r\n\r\n"
  static let ok = """
    HTTP/1.1 200 OK\r
    Server: s\r
    Content-Type: Text/HTML; charset=x\r
    Content-Length: 2\r
    \r
    ok
    """

  static func paths(_ snapshot: Snapshot) -> [String: UInt64] {
    var result: [String: UInt64] = [:]
    for node in snapshot.protocols { result[node.path] = node.packets }
    return result
  }

  @Test func writesATransaction() throws {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask("POST /a HTTP/1.1\r\nHost: A.example\r\nUser-Agent: t\r\n")
      talk.ask("Content-Length: 3\r\n\r\nabc")
      talk.answer(Self.ok)
    }
    let row = try #require(snapshot.http.transactions.rows.first)
    #expect(snapshot.http.transactions.total == 1)
    #expect(row.method == "POST" && row.host == "a.example" && row.target == "/a")
    #expect(row.status == 200 && row.userAgent == "t" && row.version == "HTTP/1.1")
    #expect(row.requestBytes == 3 && row.responseBytes == 2)
    #expect(row.latencyNanoseconds == 1_000_000 && row.isWhole)
    #expect(row.client == Traffic.address(1) && row.serverPort == 80)
    let host = try #require(snapshot.http.hosts.rows.first)
    #expect(host.name == "a.example" && host.bytes > 0)
    #expect(host.requestBodyBytes == 3 && host.responseBodyBytes == 2)
    #expect(snapshot.http.contentTypes.map(\.name) == ["text/html"])
    #expect(snapshot.http.servers.map(\.name) == ["s"])
  }

  @Test func pairsPipelinedRequestsWithTheirResponses() {
    let snapshot = Dialogue.snapshot { talk in
      for path in ["1", "2", "3"] { talk.ask("GET /\(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
      for status in [200, 404, 500] {
        talk.answer(
          "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n")
      }
    }
    let rows = snapshot.http.transactions.rows
    #expect(rows.map(\.target) == ["/1", "/2", "/3"])
    #expect(rows.map(\.status) == [200, 404, 500])
    #expect(rows.map(\.latencyNanoseconds) == [3_000_000, 3_000_000, 3_000_000])
    #expect(snapshot.http.responses == 6 && snapshot.http.incompleteResponses == 0)
    #expect(snapshot.http.hosts.rows[0].clientErrors == 1)
    #expect(snapshot.http.hosts.rows[0].serverErrors == 1)
    #expect(snapshot.http.errors.rows.map(\.status) == [404, 500])
  }

  @Test(arguments: [false, true])
  func needsTheFINForABodyWithoutLength(isClosed: Bool) {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask(Self.get)
      talk.answer("HTTP/1.1 200 OK\r\n\r\nsome")
      talk.answer("thing")
      if isClosed { talk.close() }
    }
    #expect(snapshot.http.responses == 1)
    #expect(snapshot.http.statuses.map(\.count) == (isClosed ? [1] : []))
    #expect(snapshot.http.incompleteResponses == (isClosed ? 0 : 1))
    #expect(snapshot.http.transactions.rows.map(\.isWhole) == [isClosed])
  }

  @Test func waitsForWhatIsMissingBeforeAFIN() {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask(Self.get)
      talk.answer("HTTP/1.1 200 OK\r\n\r\nsome")
      talk.lose(5)
      talk.close()
      talk.lose(UInt32(bitPattern: -5))
      talk.answer("thing")
    }
    #expect(snapshot.http.statuses.map(\.count) == [1])
    #expect(snapshot.http.responseBodyBytes == 9)
  }

  @Test func findsTheNextResponseBehindAGap() {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask(Self.get)
      talk.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      talk.lose(100)
      talk.answer("in the middle of a line\r\nHTTP/1.1 500 Quoted\r\n\r\n")
      talk.ask(Self.get)
      talk.answer(Self.ok)
      talk.close()
    }
    #expect(snapshot.http.methods.map(\.count) == [2])
    #expect(snapshot.http.statuses.map(\.name) == ["200"])
  }

  @Test func findsARequestInTheMiddleOfAConnectionToItsPort() {
    let snapshot = Dialogue.snapshot { talk in
      for _ in 0..<300 { talk.answer([UInt8](repeating: 0xEE, count: 100)) }
      talk.ask(Self.get)
      talk.answer(Self.ok)
    }
    #expect(snapshot.http.methods.map(\.count) == [1])
    #expect(snapshot.http.statuses.map(\.name) == ["200"])
    #expect(Self.paths(snapshot)["raw/ip/tcp/http"] == 2)
  }

  @Test func followsAWebSocket() {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask("GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n")
      // The first frame comes right behind the response.
      talk.answer(
        Array("HTTP/1.1 101 Switching\r\nUpgrade: WebSocket\r\n\r\n".utf8) + [0x81, 2, 0x68, 0x69])
      talk.ask([0x82, 0x83, 1, 2, 3, 4, 5, 6, 7])
      talk.answer([0x88, 2, 3, 0xE8])
    }
    #expect(snapshot.http.statuses.map(\.name) == ["101"])
    #expect(snapshot.http.upgrades.map(\.name) == ["websocket"])
    #expect(Self.paths(snapshot)["raw/ip/tcp/http/websocket"] == 2)
    #expect(snapshot.conversations.rows.map(\.application) == ["websocket"])
    let socket = snapshot.applications.first { $0.protocolName == "websocket" }
    let values = socket?.fields.flatMap { $0.values.rows.map { "\($0.name) \($0.count)" } }
    #expect(
      values == [
        "Binary 1", "Connection Close 1", "Text 1", "1000 1", "Binary to server 3",
        "Text to client 2",
      ])
  }

  @Test func findsOutWhatATunnelCarries() {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask("CONNECT a.example:22 HTTP/1.1\r\nHost: a.example:22\r\n\r\n")
      talk.answer("HTTP/1.1 200 Connected\r\n\r\n")
      talk.answer("SSH-2.0-OpenSSH_9.2\r\n")
      talk.ask("SSH-2.0-test\r\n")
    }
    #expect(snapshot.http.statuses.map(\.name) == ["200"])
    #expect(snapshot.http.upgrades.map(\.name) == ["CONNECT"])
    #expect(Self.paths(snapshot)["raw/ip/tcp/http/ssh"] == 2)
    #expect(snapshot.conversations.rows.map(\.application) == ["ssh"])
  }

  /// A frame of HTTP/2.
  static func frame(_ type: UInt8, _ flags: UInt8, _ stream: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(payload.count), type, flags, 0, 0, 0, stream] + payload
  }

  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + frame(4, 0, 0, [])

  @Test func readsHTTP2() throws {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask(Self.preface + Self.frame(1, 5, 1, [0x82, 0x84, 0x41, 1, 0x61]))
      talk.answer(Self.frame(4, 0, 0, []) + Self.frame(1, 4, 1, [0x8D]))
      talk.answer(Self.frame(0, 1, 1, [1, 2]))
      talk.ask(Self.frame(1, 5, 3, [0x82, 0x84, 0xBE]))
      talk.answer(Self.frame(3, 0, 3, [0, 0, 0, 8]))
    }
    #expect(Self.paths(snapshot)["raw/ip/tcp/http2"] == 5)
    #expect(snapshot.http.versions.map(\.name) == ["HTTP/2"])
    #expect(snapshot.http.statuses.map(\.name) == ["404"])
    #expect(snapshot.http.hosts.rows.map(\.name) == ["a"])
    let rows = snapshot.http.transactions.rows
    #expect(rows.map(\.number) == [1, 3] && rows.map(\.status) == [404, nil])
    #expect(rows.map(\.responseBytes) == [2, 0] && rows.map(\.isWhole) == [true, false])
    let resets = snapshot.applications.first?.fields.first { $0.name == "http2.rst_stream.error" }
    #expect(resets?.values.rows.map(\.name) == ["CANCEL"])
  }

  @Test func answersInHTTP2TheRequestThatAskedForIt() throws {
    let snapshot = Dialogue.snapshot { talk in
      talk.ask("GET /a HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n")
      talk.answer(
        Array("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n".utf8) + Self.frame(4, 0, 0, []))
      talk.ask(Self.preface)
      talk.answer(Self.frame(1, 5, 1, [0x88]))
    }
    #expect(Self.paths(snapshot)["raw/ip/tcp/http/http2"] == 2)
    #expect(snapshot.http.statuses.map(\.name) == ["101", "200"].sorted())
    let row = try #require(snapshot.http.transactions.rows.first)
    #expect(snapshot.http.transactions.total == 1)
    #expect(row.target == "/a" && row.status == 200 && row.isWhole)
    #expect(row.latencyNanoseconds == 3_000_000)
  }

  @Test func keepsTheSlowestAndThoseThatFailed() {
    var options = AnalysisOptions()
    options.maxRows = 4
    let snapshot = Dialogue.snapshot(options: options) { talk in
      for number in 0..<20 {
        talk.ask("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
        talk.talk.traffic.wait(milliseconds: number < 10 ? 100 : 0)
        let status = number % 4 == 3 ? 503 : 200
        talk.answer("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n")
      }
    }
    let list = snapshot.http.transactions
    #expect(list.total == 20)
    #expect(list.rows.map(\.target) == ["/0", "/1", "/15", "/19"])
  }

  @Test func handsOutEveryTransaction() {
    var options = AnalysisOptions()
    options.takesTransactions = true
    let analyzer = TrafficAnalyzer(options: options)
    var talk = Dialogue()
    talk.ask(Self.get)
    talk.answer(Self.ok)
    talk.ask(Self.get)
    for block in talk.talk.traffic.blocks() { analyzer.consume(block) }
    #expect(analyzer.takeTransactions().map(\.status) == [200])
    analyzer.finish()
    #expect(analyzer.takeTransactions().map(\.status) == [nil])
    #expect(analyzer.takeTransactions().isEmpty)
  }

  @Test func boundsRequestsThatNobodyAnswers() {
    let snapshot = Dialogue.snapshot { talk in
      for _ in 0..<1500 { talk.ask(Self.get) }
    }
    #expect(snapshot.http.requests == 1500 && snapshot.http.incompleteRequests == 0)
    #expect(snapshot.http.transactions.total == 1500)
  }
}
