import CaptureFormats
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct DNSLogTests {
  static let client = (host: UInt32(1), port: UInt16(40_000))
  static let server = (host: UInt32(53), port: UInt16(53))

  static func snapshot(_ messages: (DNSBuilder, isFromServer: Bool)...) -> DNSSummary {
    Traffic.snapshot { traffic in
      for (message, isFromServer) in messages {
        if isFromServer {
          traffic.udp(from: server, to: client, message.bytes)
        } else {
          traffic.udp(from: client, to: server, message.bytes)
        }
      }
    }.dns
  }

  @Test func matchesAQueryWithItsResponse() throws {
    let dns = Self.snapshot(
      (.query("example.com"), false),
      (.response("example.com", .init("example.com", 1, [192, 0, 2, 1])), true))
    let row = try #require(dns.transactions.rows.first)
    #expect(dns.transactions.total == 1)
    #expect(row.latencyNanoseconds == 1_000_000)
    #expect(row.name == "example.com" && row.type == "A" && row.transport == "UDP")
    #expect(row.responseCode == "NOERROR" && row.answers == "192.0.2.1")
    #expect(row.client == Traffic.address(1) && row.clientPort == 40_000 && row.serverPort == 53)
    #expect(row.queryBytes == 29 && row.responseBytes == 56)
    let server = try #require(dns.servers.rows.first)
    #expect(server.meanLatencyNanoseconds == 1_000_000 && server.unanswered == 0)
  }

  /// Few answers are kept as they came, many as text: neither is to be told from the other.
  @Test(arguments: [0, 1, 8, 9, 30])
  func writesAnswersUpToALength(count: Int) throws {
    let records = (0..<count).map {
      DNSBuilder.Record("example.com", 1, [192, 0, 2, UInt8(100 + $0)])
    }
    var response = DNSBuilder.response("example.com")
    response.answers = records
    let dns = Self.snapshot((.query("example.com"), false), (response, true))
    let row = try #require(dns.transactions.rows.first)
    let shown = (0..<count).map { "192.0.2.\(100 + $0)" }.joined(separator: "; ")
    #expect(row.answers == (count < 20 ? shown : shown.prefix(255) + "…"))
  }

  @Test func countsAQueryThatIsSentAgainOnce() throws {
    let dns = Self.snapshot(
      (.query("example.com"), false), (.query("EXAMPLE.com"), false),
      (.query("example.com"), false), (.response("example.com", code: 3), true))
    #expect(dns.queries == 3 && dns.retransmissions == 2 && dns.unanswered == 0)
    let row = try #require(dns.transactions.rows.first)
    #expect(row.retransmissions == 2 && row.latencyNanoseconds == 3_000_000)
    #expect(row.responseCode == "NXDOMAIN")
  }

  @Test func beginsAnewWithAnotherQuestionUnderTheSameNumber() {
    let dns = Self.snapshot(
      (.query("one.example"), false), (.query("two.example"), false),
      (.response("two.example"), true))
    #expect(dns.unanswered == 1 && dns.retransmissions == 0)
    #expect(dns.transactions.rows.map(\.name) == ["one.example", "two.example"])
    #expect(dns.transactions.rows.map(\.responseCode) == [nil, "NOERROR"])
  }

  @Test func keepsAResponseWithoutItsQuery() {
    let dns = Self.snapshot((.response("example.com", code: 2), true))
    #expect(dns.unsolicited == 1)
    #expect(dns.names.rows.isEmpty && dns.responseNames.rows.map(\.name) == ["example.com"])
    #expect(dns.responseNames.rows.map(\.failed) == [1])
    #expect(dns.transactions.rows.map(\.queryBytes) == [nil])
    #expect(dns.transactions.rows.map(\.latencyNanoseconds) == [nil])
  }

  @Test func countsAQueryUnderItsFirstQuestion() {
    var two = DNSBuilder.query("one.example")
    two.questions.append(("two.example", 28))
    let dns = Self.snapshot((two, false), (DNSBuilder(flags: 0x0100), false))
    #expect(dns.queries == 2)
    #expect(dns.names.rows.map(\.name) == ["", "one.example"])
    #expect(dns.names.rows.map(\.queries) == [1, 1])
    #expect(dns.types.map(\.name) == ["A", "AAAA"])
  }

  @Test func readsEDNS() {
    var query = DNSBuilder.query("example.com")
    var opt = DNSBuilder.Record("", 41, [])
    opt.classNumber = 1232
    opt.timeToLive = 0x8000
    query.additional = [opt]
    var response = DNSBuilder.response("example.com")
    opt.timeToLive = 0x0100_0000
    response.additional = [opt]
    let dns = Self.snapshot((query, false), (response, true))
    #expect(dns.edns.queries == 1 && dns.edns.responses == 1 && dns.edns.dnssecQueries == 1)
    #expect(dns.edns.udpSizes == [Tally(name: "1232", count: 1)])
    #expect(dns.edns.versions == [Tally(name: "0", count: 2)])
    #expect(dns.responseCodes == [Tally(name: "BADVERS", count: 1)])
  }

  @Test func countsWhatWasCutOff() {
    var response = DNSBuilder.response("example.com")
    response.flags |= 0x0200
    let dns = Self.snapshot((.query("example.com"), false), (response, true))
    #expect(dns.truncated == 1)
    #expect(dns.transactions.rows.map(\.isTruncated) == [true])
  }

  @Test func keepsTheLatestTransactions() {
    var traffic = Traffic()
    for number in 0..<40 {
      let query = DNSBuilder.query("n\(number)", id: UInt16(number))
      traffic.udp(from: (UInt32(number % 7), 40_000), to: Self.server, query.bytes)
    }
    var options = AnalysisOptions()
    options.maxRows = 5
    for workers in [1, 2, 3] {
      let dns = traffic.snapshot(options: options, workers: workers).dns
      #expect(dns.transactions.total == 40)
      #expect(dns.transactions.rows.map(\.name) == ["n35", "n36", "n37", "n38", "n39"])
    }
  }

  @Test func takesOnlyDatagramsThatLookLikeItOnOtherPorts() {
    let dns = Traffic.snapshot { traffic in
      let query = DNSBuilder.query("example.com")
      traffic.udp(from: (1, 40_000), to: (2, 41_000), query.bytes)
      traffic.udp(from: (1, 40_000), to: (2, 41_000), Array("something else".utf8))
      traffic.udp(from: (2, 41_000), to: (1, 40_000), DNSBuilder.response("example.com").bytes)
    }.dns
    #expect(dns.queries == 1 && dns.responses == 1)
  }

  @Test func countsMessagesThatAreCutShortOnItsPort() {
    let dns = Traffic.snapshot { traffic in
      traffic.udp(from: Self.client, to: Self.server, [0, 1, 1])
      traffic.udp(from: Self.client, to: Self.server, [0, 1, 1, 0])
    }
    #expect(dns.dns.queries == 1)
    #expect(dns.protocols.last?.path == "raw/ip/udp/dns" && dns.protocols.last?.packets == 2)
  }
}
