import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// Tables have limits; totals stay exact, and what went past a limit is counted.
struct BoundsTests {
  static func options(_ change: (inout AnalysisOptions) -> Void) -> AnalysisOptions {
    var options = AnalysisOptions()
    change(&options)
    return options
  }

  @Test(arguments: [1, 2, 16, 100])
  func closesTheLongestIdleFlowsIntoTheTotals(limit: Int) {
    var traffic = Traffic()
    for round in 0..<1000 as Range<UInt32> {
      traffic.udp(from: (1 + round % 50, UInt16(40_000 + round)), to: (200, 53))
      traffic.udp(from: (200, 53), to: (1 + round % 50, UInt16(40_000 + round)))
    }
    let whole = traffic.snapshot()
    let bounded = traffic.snapshot(options: Self.options { $0.maxFlows = limit })
    let note = bounded.limits.first { $0.table == "conversations" }
    #expect(note?.limit == limit)
    #expect((note?.beyond ?? 0) >= UInt64(1000 - limit))
    #expect(
      bounded.conversations.rows.map(\.clientPort) == whole.conversations.rows.map(\.clientPort))
    #expect(bounded.conversations.total == 1000)
    #expect(bounded.capture.bytes == whole.capture.bytes)
    #expect(bounded.hosts.rows.map(\.packetsSent) == whole.hosts.rows.map(\.packetsSent))
    #expect(bounded.hosts.rows.map(\.conversations) == whole.hosts.rows.map(\.conversations))
    #expect(bounded.services.rows.map(\.packets) == [2000])
    #expect(bounded.services.rows.map(\.established) == [1000])
    #expect(whole.limits.isEmpty)
  }

  @Test func keepsTheBiggestConversationsThatWereClosed() {
    var traffic = Traffic()
    for number in 1...500 as ClosedRange<UInt32> {
      let size = number == 7 ? 1400 : number == 450 ? 1200 : Int(number)
      traffic.udp(from: (number, 40_000), to: (1000, 53), .pattern(size))
    }
    let snapshot = traffic.snapshot(
      options: Self.options {
        $0.maxFlows = 10
        $0.maxRows = 3
      })
    #expect(
      snapshot.conversations.rows.map(\.client) == [7, 450, 500].map { Traffic.address($0) })
    #expect(snapshot.conversations.total == 500)
  }

  @Test func closesFlowsOfATimeThatLiesAhead() {
    var traffic = Traffic()
    let now = traffic.clock
    traffic.clock += 1_000_000_000_000_000
    for host in 1...90 as ClosedRange<UInt32> { traffic.udp(from: (host, 40_000), to: (200, 53)) }
    traffic.clock = now
    for _ in 0..<2 {
      for host in 101...150 as ClosedRange<UInt32> {
        traffic.udp(from: (host, 40_000), to: (200, 53))
      }
    }
    let snapshot = traffic.snapshot(options: Self.options { $0.maxFlows = 100 })
    #expect(snapshot.hosts.rows.count == 141)
    // None of the flows of now was closed between its two packets.
    #expect(snapshot.conversations.total == 140)
  }

  @Test func keepsTheTotalsOfAFloodOfSYNs() {
    var traffic = Traffic()
    for source in 0..<3000 as Range<UInt32> {
      var talk = TCPTalk(traffic: traffic, clientPort: UInt16(source), clientHost: 500 + source)
      talk.client(.syn, 0)
      traffic = talk.traffic
    }
    let snapshot = traffic.snapshot(options: Self.options { $0.maxFlows = 64 })
    #expect(snapshot.tcp.connections == 3000)
    #expect(snapshot.tcp.flags.syn == 3000)
    #expect(snapshot.tcp.states == [.attempt: 3000])
    #expect(snapshot.hosts.total == 3001)
    #expect(snapshot.services.rows.first?.failed == 3000)
  }

  @Test func keepsTheFindingsOfFlowsThatShareAReusedRecord() {
    var traffic = Traffic()
    for source in 0..<200 as Range<UInt32> {
      var talk = TCPTalk(traffic: traffic, clientHost: 500 + source)
      talk.open()
      talk.client(.ack, 1, 1, length: 10)
      talk.server(.ack, 1, 11)
      traffic = talk.traffic
    }
    let snapshot = traffic.snapshot(options: Self.options { $0.maxFlows = 8 })
    #expect(snapshot.tcp.established == 200)
    #expect(snapshot.tcp.handshakeRTT.count == 200)
    #expect(snapshot.tcp.states == [.established: 200])
    #expect(snapshot.tcp.retransmissions + snapshot.tcp.lostSegments == 0)
    #expect(snapshot.conversations.rows.allSatisfy { $0.handshakeRTTNanoseconds == 2_000_000 })
  }

  @Test func countsHostsThatFindNoRoom() {
    var traffic = Traffic()
    for host in 1...100 as ClosedRange<UInt32> { traffic.udp(from: (host, 40_000), to: (200, 53)) }
    let snapshot = traffic.snapshot(options: Self.options { $0.maxHosts = 10 })
    #expect(snapshot.hosts.total == 10)
    #expect(snapshot.limits == [LimitNote(table: "hosts", limit: 10, beyond: 91)])
    #expect(snapshot.capture.packets == 100)
  }

  @Test(arguments: [0, 1, 3])
  func followsNoMoreStreamsThanItsLimit(limit: Int) {
    var traffic = Traffic()
    for round in 0..<2 as Range<UInt32> {
      for source in 0..<10 as Range<UInt32> {
        var talk = TCPTalk(traffic: traffic, clientHost: 500 + source)
        let request = Array("GET /\(round) HTTP/1.1\r\nHost: a\(round)\r\n\r\n".utf8)
        talk.client(.ack, 1 + round * UInt32(request.count), 1, payload: request)
        traffic = talk.traffic
      }
    }
    let snapshot = traffic.snapshot(options: Self.options { $0.maxStreams = limit })
    let note = snapshot.limits.first { $0.table == "application streams" }
    #expect(
      note == LimitNote(table: "application streams", limit: limit, beyond: UInt64(10 - limit)))
    #expect(snapshot.conversations.rows.allSatisfy { $0.application == "http" })
    #expect(snapshot.http.requests >= UInt64(limit))
    #expect(traffic.snapshot().http.requests == 20)
  }

  @Test func keepsAsManyRowsAsItIsTold() {
    var traffic = Traffic()
    for host in 1...100 as ClosedRange<UInt32> {
      traffic.udp(from: (host, 40_000), to: (200, UInt16(host)), .pattern(Int(host)))
    }
    let snapshot = traffic.snapshot(
      options: Self.options {
        $0.maxRows = 3
        $0.recentPackets = 5
      })
    #expect(snapshot.conversations.rows.map(\.client) == [100, 99, 98].map { Traffic.address($0) })
    #expect(snapshot.conversations.total == 100)
    #expect(snapshot.hosts.rows.count == 3 && snapshot.hosts.total == 101)
    #expect(snapshot.services.rows.count == 3 && snapshot.services.total == 100)
    #expect(snapshot.topSources.count == 50)
    #expect(snapshot.recentPackets.map(\.number) == [96, 97, 98, 99, 100])
    let all = traffic.snapshot(options: Self.options { $0.maxRows = 0 })
    #expect(all.conversations.rows.count == 100)
  }

  @Test func whatAPacketSaysGoesWithIt() {
    var traffic = Traffic()
    let query = DNSBuilder.query("a.example").bytes
    traffic.udp(from: (1, 40_000), to: (2, 53), query)
    for _ in 0..<2 { traffic.udp(from: (1, 40_000), to: (3, 40_001), [1]) }
    traffic.udp(from: (1, 40_000), to: (2, 53), query)
    let snapshot = traffic.snapshot(options: Self.options { $0.recentPackets = 2 })
    #expect(snapshot.recentPackets.map(\.info) == ["Len=1", "Standard query A a.example"])
  }

  @Test func handsRecentPacketsOutOnce() {
    var traffic = Traffic()
    for _ in 0..<3 { traffic.udp(from: (1, 40_000), to: (2, 53)) }
    let analyzer = TrafficAnalyzer()
    for block in traffic.blocks(of: 2) { analyzer.consume(block) }
    #expect(analyzer.takeRecentPackets().map(\.number) == [1, 2, 3])
    #expect(analyzer.takeRecentPackets().isEmpty)
    #expect(analyzer.packets == 3)
  }
}
