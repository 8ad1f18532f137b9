import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// Flows of panes that are over, packed.
struct SealedFlowsTests {
  private static let second: Int64 = 1_000_000_000
  /// The beginning of a pane, whichever length it has.
  private static let start: Int64 = 1_700_000_040 * second

  private static func state(_ traffic: Traffic, window seconds: Int) throws -> WindowState {
    let analyzer = TrafficAnalyzer(window: WindowOptions(seconds: seconds))
    for block in traffic.blocks(of: 1000) { analyzer.consume(block) }
    let latest = traffic.packets.map(\.time.nanoseconds).max() ?? 0
    return try #require(analyzer.windowState(now: Timestamp(nanoseconds: latest)))
  }

  /// Everything that a window says of flows.
  private static func flows(_ state: WindowState) -> Snapshot {
    let all = state.snapshot()
    var result = Snapshot()
    result.conversations = all.conversations
    result.hosts = all.hosts
    result.topSources = all.topSources
    result.services = all.services
    result.limits = all.limits
    return result
  }

  /// A minute of connections, names, fragments and datagrams; `lateness` moves some packets back.
  private static func mixture(lateness: Int64) -> Traffic {
    var random = SeededGenerator(state: 7)
    var traffic = Traffic()
    for step in 0..<600 as Range<Int64> {
      traffic.clock = start + step * second / 10
      if step % 5 == 0 { traffic.clock -= min(lateness, step / 10) * second }
      let host = UInt32(random.next(below: 40))
      var talk = TCPTalk(
        traffic: traffic, clientPort: UInt16(2000 + random.next(below: 20)), clientHost: host)
      switch step % 6 {
      case 0: talk.open()
      case 1:
        talk.client(.ack, 1, 1, payload: Array("GET / HTTP/1.1\r\nHost: a\(host)\r\n\r\n".utf8))
      case 2: talk.server([.rst, .ack], 1, 1)
      case 3: talk.client([.fin, .ack], 1, 1)
      case 4:
        let part = Traffic.ipv4(17, from: host, to: 3, [8, 8, 8, 8], fragment: 0x2000)
        talk.traffic.add(part)
      default:
        var packet: [UInt8] = [0x60, 0, 0, 0, 0, 8, 17, 64]
        packet += [UInt8](repeating: UInt8(host), count: 16) + [UInt8](repeating: 9, count: 16)
        talk.traffic.add(packet + [0x9C, 0x40, 0, 53, 0, 8, 0, 0])
      }
      traffic = talk.traffic
    }
    return traffic
  }

  @Test func giveTheSameAsOpenOnes() throws {
    let traffic = Self.mixture(lateness: 0)
    let sealed = try Self.state(traffic, window: 61)
    let open = try Self.state(traffic, window: 40_000_000)
    #expect(sealed.sealedFlows.count > 100)
    #expect(open.sealedFlows.count == 0)
    let (mine, others) = (Self.flows(sealed), Self.flows(open))
    #expect(mine.conversations.total > 100)
    #expect(mine.difference(from: others) == nil)
  }

  @Test(arguments: [2, 9, 30, 60])
  func countWhatComesLate(lateness: Int64) throws {
    let traffic = Self.mixture(lateness: lateness)
    let sealed = Self.flows(try Self.state(traffic, window: 61))
    let open = Self.flows(try Self.state(traffic, window: 40_000_000))
    #expect(sealed.hosts.rows.map(\.address) == open.hosts.rows.map(\.address))
    #expect(sealed.hosts.rows.map(\.packetsSent) == open.hosts.rows.map(\.packetsSent))
    #expect(sealed.hosts.rows.map(\.bytesReceived) == open.hosts.rows.map(\.bytesReceived))
    #expect(sealed.conversations.total == open.conversations.total)
    #expect(
      sealed.conversations.rows.map(\.durationNanoseconds).sorted()
        == open.conversations.rows.map(\.durationNanoseconds).sorted())
  }

  @Test func takeAboutThirtyBytesEach() throws {
    var traffic = Traffic()
    for number in 0..<6000 as Range<Int64> {
      traffic.clock = Self.start + number * 150 * Self.second / 1000
      let host = UInt32(truncatingIfNeeded: number)
      traffic.udp(from: (host, 40_000), to: (70_000, 53))
      traffic.udp(from: (70_000, 53), to: (host, 40_000))
    }
    let state = try Self.state(traffic, window: 900)
    let (count, bytes) = state.sealedFlows
    #expect(count > 5000)
    #expect(bytes <= 33 * count)
  }

  @Test func takeLittleMoreAsConnections() throws {
    var traffic = Traffic()
    for number in 0..<6000 as Range<Int64> {
      traffic.clock = Self.start + number * 150 * Self.second / 1000
      var talk = TCPTalk(traffic: traffic, clientHost: UInt32(truncatingIfNeeded: number) + 10)
      talk.open()
      talk.client(.ack, 1, 1, length: 100)
      talk.server(.ack, 1, 101, length: 1000)
      talk.client([.fin, .ack], 101, 1001)
      talk.server([.fin, .ack], 1001, 102)
      traffic = talk.traffic
    }
    let state = try Self.state(traffic, window: 900)
    let (count, bytes) = state.sealedFlows
    #expect(count > 5000)
    #expect(bytes <= 42 * count)
  }

  @Test func areSealedAgainWhenTimesGoToAndFro() throws {
    var traffic = Traffic()
    for round in 0..<20 as Range<Int64> {
      for pane in 0..<10 as Range<Int64> {
        traffic.clock = Self.start + pane * 4 * Self.second
        traffic.udp(from: (UInt32(round), 40_000), to: (200, 53))
      }
    }
    let options = AnalysisOptions(memory: 0)
    let analyzer = TrafficAnalyzer(options: options, window: WindowOptions(seconds: 60))
    for block in traffic.blocks(of: 1000) { analyzer.consume(block) }
    let now = try #require(analyzer.latestTime)
    let state = try #require(analyzer.windowState(now: now))
    #expect(state.sealedFlows.count > 100)
    let snapshot = state.snapshot()
    #expect(snapshot.capture.packets == 200)
    #expect(snapshot.conversations.total == options.maxPaneFlows)
    #expect(snapshot.limits.first?.beyond == 40)
  }
}
