import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// What was held back behind a gap counts when its connection ends.
struct StreamEndTests {
  static let request = Array("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n".utf8)
  static let response = Array("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n".utf8)
  static let second = Array("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".utf8)
  static let behind = UInt32(1 + response.count + 200)
  static let asked = UInt32(1 + 2 * request.count)

  /// Two requests, and two responses with a hole of 100 bytes in the first one's body.
  static func exchange(_ talk: inout TCPTalk) {
    talk.open()
    talk.client([.ack, .psh], 1, 1, payload: request)
    talk.client([.ack, .psh], UInt32(1 + request.count), 1, payload: request)
    talk.server(.ack, 1, asked, payload: response + [UInt8](repeating: 0x78, count: 100))
    talk.server([.ack, .psh], behind, asked, payload: second)
  }

  static let end = behind + UInt32(second.count)

  static let endings: [@Sendable (inout TCPTalk) -> Void] = [
    { _ in },
    { talk in talk.client([.rst, .ack], asked, end) },
    { talk in
      talk.server([.fin, .ack], end, asked)
      talk.client([.fin, .ack], asked, end + 1)
    },
    { talk in
      talk.server([.fin, .ack], end, asked)
      talk.client([.fin, .ack], asked, end + 1)
      // The same ports again.
      talk.clientStart += 100_000
      talk.client(.syn, 0)
    },
  ]

  @Test(arguments: endings.indices)
  func countsAResponseBehindAGap(ending: Int) {
    let snapshot = TCPTalk.snapshot { talk in
      Self.exchange(&talk)
      talk.traffic.wait(milliseconds: 5000)
      Self.endings[ending](&talk)
    }
    #expect(snapshot.http.requests == 2 && snapshot.http.responses == 2)
    // Of the first response a part is missing.
    #expect(snapshot.http.statuses.map(\.name) == ["404"])
    #expect(snapshot.http.incompleteResponses == 1)
    // When the second came is not known any more.
    #expect(snapshot.http.latency.count == 1)
  }

  @Test func countsAResponseBehindAGapOfAFlowThatIsClosed() {
    var talk = TCPTalk()
    Self.exchange(&talk)
    for host in 10..<40 { talk.traffic.udp(from: (UInt32(host), 5), to: (9, 6)) }
    var options = AnalysisOptions()
    options.maxFlows = 8
    let snapshot = talk.traffic.snapshot(options: options)
    #expect(snapshot.limits.contains { $0.table == "conversations" })
    #expect(snapshot.http.responses == 2)
  }

  @Test func waitsForASegmentThatComesBehindTheFINs() {
    let snapshot = TCPTalk.snapshot { talk in
      Self.exchange(&talk)
      Self.endings[2](&talk)
      let missing = UInt32(1 + Self.response.count + 100)
      talk.server(.ack, missing, Self.asked, payload: [UInt8](repeating: 0x78, count: 100))
    }
    #expect(snapshot.http.responses == 2 && snapshot.http.latency.count == 2)
    #expect(snapshot.http.incompleteResponses == 0)
  }

  @Test func countsAMessageThatIsNotWholeAtTheEnd() {
    let snapshot = TCPTalk.snapshot { talk in
      talk.open()
      talk.client([.ack, .psh], 1, 1, payload: Self.request)
      talk.server(.ack, 1, UInt32(1 + Self.request.count), payload: Array(Self.response.prefix(30)))
    }
    #expect(snapshot.http.responses == 1)
  }
}
