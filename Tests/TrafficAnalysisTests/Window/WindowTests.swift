import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// The last while, beside everything since the start.
struct WindowTests {
  /// A minute in panes of 4 s.
  private static let minute = WindowOptions(seconds: 60)
  private static let second: Int64 = 1_000_000_000
  /// A multiple of a pane's length.
  private static let start: Int64 = 1_700_000_040 * second

  private static func analyzer(
    _ traffic: Traffic, options: AnalysisOptions = AnalysisOptions(),
    window: WindowOptions = minute
  ) -> TrafficAnalyzer {
    let analyzer = TrafficAnalyzer(options: options, window: window)
    for block in traffic.blocks() { analyzer.consume(block) }
    return analyzer
  }

  private static func snapshot(
    _ traffic: Traffic, at seconds: Int64, options: AnalysisOptions = AnalysisOptions()
  ) throws -> Snapshot {
    let now = Timestamp(nanoseconds: start + seconds * second)
    let analyzer = analyzer(traffic, options: options)
    return try #require(analyzer.windowState(now: now)).snapshot()
  }

  /// One datagram every second of `seconds`, each from a host of its own number.
  private static func datagrams(_ seconds: Range<Int64>) -> Traffic {
    var traffic = Traffic()
    for number in seconds {
      traffic.clock = start + number * second
      traffic.udp(from: (UInt32(number + 1000), 40_000), to: (200, 53))
    }
    return traffic
  }

  @Test func isAbsentUnlessAskedFor() {
    #expect(TrafficAnalyzer().windowState(now: Timestamp(seconds: 0)) == nil)
    #expect(TrafficAnalyzer().latestTime == nil)
  }

  @Test func isEmptyBeforeTheFirstPacket() throws {
    let snapshot = try Self.snapshot(Traffic(), at: 0)
    #expect(snapshot.capture.packets == 0)
    #expect(snapshot.timeline.packets.isEmpty)
    #expect(snapshot.conversations.total == 0)
  }

  /// All of it in one pane that is open, or most of it in panes that are sealed.
  @Test(
    arguments: [
      "dns.pcap", "everything.pcapng", "fragments.pcap", "hostile.pcap", "ipv6.pcapng",
      "portscan.pcap", "tls.pcapng", "vlan.pcap", "web.pcap",
    ], [false, true])
  func showsTheSameAsTheWholeWhereItCoversAll(name: String, hasManyPanes: Bool) throws {
    let whole = try sampleSnapshot(name)
    let seconds = Int(whole.capture.durationSeconds) + 1
    let analyzer = TrafficAnalyzer(
      window: WindowOptions(seconds: hasManyPanes ? seconds : 40_000_000))
    try consumeSample(name, [analyzer])
    // At the end, fragments that wait for others are given to their flows.
    var builder = SnapshotBuilder(options: AnalysisOptions())
    builder.add(analyzer)
    let last = try #require(whole.capture.lastPacket)
    let window = try #require(analyzer.windowState(now: last)).snapshot()
    #expect(window.capture.packets == whole.capture.packets)
    #expect(window.capture.bytes == whole.capture.bytes)
    #expect(window.capture.accounting == whole.capture.accounting)
    #expect(window.protocols == whole.protocols)
    #expect(window.transport == whole.transport)
    #expect(window.packetSizes == whole.packetSizes)
    #expect(window.hosts.rows.map(\.address) == whole.hosts.rows.map(\.address))
    #expect(window.hosts.rows.map(\.packetsSent) == whole.hosts.rows.map(\.packetsSent))
    #expect(window.hosts.rows.map(\.names) == whole.hosts.rows.map(\.names))
    #expect(window.topSources.map(\.address) == whole.topSources.map(\.address))
    #expect(window.services.rows.map(\.bytes) == whole.services.rows.map(\.bytes))
    #expect(window.services.rows.map(\.application) == whole.services.rows.map(\.application))
    #expect(window.timeline.bytes.reduce(0, +) == whole.capture.bytes)
    if window.conversations.total == whole.conversations.total {
      let (mine, others) = (window.conversations.rows, whole.conversations.rows)
      #expect(mine.map(\.packets) == others.map(\.packets))
      #expect(mine.map(\.state) == others.map(\.state))
      #expect(mine.map(\.history) == others.map(\.history))
      #expect(mine.map(\.application) == others.map(\.application))
      #expect(mine.map(\.serverName) == others.map(\.serverName))
      #expect(mine.map(\.durationNanoseconds) == others.map(\.durationNanoseconds))
    }
  }

  @Test func leavesOutWhatEndedBeforeItBegan() throws {
    let snapshot = try Self.snapshot(Self.datagrams(0..<300), at: 299)
    // From second 239 on; its pane began at 236.
    #expect(snapshot.capture.packets == 64)
    #expect(snapshot.conversations.total == 64)
    #expect(snapshot.hosts.total == 65)
    #expect(snapshot.capture.firstPacket?.nanoseconds == Self.start + 236 * Self.second)
    #expect(snapshot.timeline.start.nanoseconds == Self.start + 239 * Self.second)
    #expect(snapshot.timeline.packets == [UInt64](repeating: 1, count: 61))
    #expect(snapshot.timeline.byProtocol.map(\.bytes) == [snapshot.timeline.bytes])
  }

  @Test func emptiesWhenNothingComes() throws {
    let analyzer = Self.analyzer(Self.datagrams(0..<30))
    let now = Timestamp(nanoseconds: Self.start + 60 * Self.second)
    let middle = try #require(analyzer.windowState(now: now)).snapshot()
    #expect(middle.capture.packets == 30)
    #expect(middle.timeline.packets.count == 61)
    #expect(middle.timeline.packets.suffix(31).allSatisfy { $0 == 0 })
    let later = Timestamp(nanoseconds: Self.start + 1000 * Self.second)
    #expect(analyzer.windowState(now: later)?.snapshot().capture.packets == 0)
  }

  @Test func keepsWhatWasHandedOutWhileThePacketsGoOn() throws {
    let traffic = Self.datagrams(0..<100)
    let analyzer = TrafficAnalyzer(window: Self.minute)
    let blocks = traffic.blocks(of: 50)
    analyzer.consume(blocks[0])
    let now = try #require(analyzer.latestTime)
    let state = try #require(analyzer.windowState(now: now))
    analyzer.consume(blocks[1])
    #expect(state.snapshot().capture.packets == 50)
    #expect(state.snapshot().hosts.total == 51)
  }

  @Test func addsUpAConversationOverPanes() throws {
    var traffic = Traffic()
    traffic.clock = Self.start
    var talk = TCPTalk(traffic: traffic)
    talk.open()
    talk.traffic.wait(milliseconds: 20_000)
    talk.client(.ack, 1, 1, length: 10)
    talk.traffic.wait(milliseconds: 20_000)
    talk.server(.ack, 1, 11, length: 20)
    let snapshot = try Self.snapshot(talk.traffic, at: 41)
    let row = try #require(snapshot.conversations.rows.first)
    #expect(snapshot.conversations.total == 1)
    #expect(row.packets == 5)
    #expect(row.state == .established)
    #expect(row.durationNanoseconds > 39 * Self.second)
    #expect(snapshot.services.rows.first?.established == 1)
    // Of a conversation that began before the window, what lies in the window counts.
    let late = try Self.snapshot(talk.traffic, at: 75)
    #expect(late.conversations.rows.first?.packets == 2)
    #expect(late.services.rows.first?.established == 1)
  }

  @Test func survivesAClockThatIsSetForwardAndBack() throws {
    var traffic = Self.datagrams(0..<50)
    traffic.clock += 366 * 86_400 * Self.second
    traffic.udp(from: (7, 1), to: (8, 2))
    for number in 50..<60 as Range<Int64> {
      traffic.clock = Self.start + number * Self.second
      traffic.udp(from: (9, 1), to: (8, 2))
    }
    let snapshot = try Self.snapshot(traffic, at: 59)
    #expect(snapshot.capture.packets == 60)
    #expect(snapshot.timeline.packets == [UInt64](repeating: 1, count: 60))
    #expect(Self.analyzer(traffic).latestTime?.nanoseconds == Self.start + 59 * Self.second)
  }

  @Test func followsAClockThatIsSetBack() throws {
    var traffic = Self.datagrams(0..<500)
    for number in -10_000 ..< -9_900 as Range<Int64> {
      traffic.clock = Self.start + number * Self.second
      traffic.udp(from: (9, 1), to: (8, 2))
    }
    let snapshot = try Self.snapshot(traffic, at: -9_901)
    #expect(snapshot.conversations.rows.map(\.client) == [Traffic.address(9)])
    #expect((60...64).contains(snapshot.capture.packets))
  }

  @Test func holdsWithTheFirstAndTheLastOfAllTimes() throws {
    var traffic = Traffic()
    for time in [Int64.min + 1, .max, 0, .min + 1, .max, -1, 1] {
      traffic.clock = time
      traffic.udp(from: (1, 1), to: (2, 2))
    }
    let analyzer = Self.analyzer(traffic)
    for now in [Int64.min, .min + 1, -1, 0, 1, .max] {
      let state = try #require(analyzer.windowState(now: Timestamp(nanoseconds: now)))
      #expect(state.snapshot().capture.packets <= 7)
    }
  }

  @Test func keepsExactTotalsPastItsFlows() throws {
    var options = AnalysisOptions()
    options.maxPaneFlows = 3
    let snapshot = try Self.snapshot(Self.datagrams(0..<60), at: 59, options: options)
    #expect(snapshot.capture.packets == 60)
    #expect(snapshot.conversations.total == 45)
    #expect(
      snapshot.limits == [
        LimitNote(table: "packets of flows in a part of the window", limit: 3, beyond: 15)
      ])
  }

  @Test(arguments: [1, 7, 60, 900, 1800, 3600, 86_400, Int.max])
  func dividesAnyLengthIntoPanesAndBins(seconds: Int) throws {
    let window = WindowOptions(seconds: seconds)
    let analyzer = Self.analyzer(Self.datagrams(0..<50), window: window)
    let now = Timestamp(nanoseconds: Self.start + 49 * Self.second)
    let snapshot = try #require(analyzer.windowState(now: now)).snapshot()
    #expect(snapshot.timeline.packets.count <= 1801)
    #expect(snapshot.capture.packets >= UInt64(min(50, seconds)))
    #expect(snapshot.timeline.binSeconds >= 1)
  }
}
