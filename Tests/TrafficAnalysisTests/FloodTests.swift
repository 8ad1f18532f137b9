import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// Attacks on the tables: they stay within their bounds, totals stay exact, and limits tell the rest.
struct FloodTests {
  /// Small enough that ten thousand packets are a flood.
  private static let options = AnalysisOptions(memory: 4 << 20)
  private static let count: UInt32 = 10_000

  /// The snapshot of the traffic, and that of its last quarter of an hour.
  private static func snapshots(_ traffic: Traffic) throws -> (whole: Snapshot, window: Snapshot) {
    let analyzer = TrafficAnalyzer(options: options, window: WindowOptions(seconds: 900))
    for block in traffic.blocks(of: 1000) { analyzer.consume(block) }
    let now = try #require(analyzer.latestTime)
    let state = try #require(analyzer.windowState(now: now))
    var builder = SnapshotBuilder(options: options)
    builder.add(analyzer)
    return (builder.snapshot(files: []), state.snapshot())
  }

  private static func beyond(_ table: String, _ snapshot: Snapshot) -> UInt64 {
    snapshot.limits.first { $0.table == table }?.beyond ?? 0
  }

  @Test func ofSYNs() throws {
    var random = SeededGenerator(state: 1)
    var traffic = Traffic()
    for number in 0..<Self.count {
      var talk = TCPTalk(
        traffic: traffic, clientPort: UInt16(1024 + random.next(below: 60_000)),
        serverPort: UInt16(1 + number % 1000), clientHost: 1000 + number)
      talk.client(.syn, 0)
      traffic = talk.traffic
    }
    let (whole, window) = try Self.snapshots(traffic)
    #expect(whole.capture.packets == UInt64(Self.count))
    #expect(whole.tcp.states == [.attempt: UInt64(Self.count)])
    #expect(whole.conversations.total == Int(Self.count))
    #expect(Self.beyond("conversations", whole) >= UInt64(Int(Self.count) - Self.options.maxFlows))
    #expect(whole.hosts.total == Self.options.maxHosts)
    #expect(Self.beyond("hosts", whole) == UInt64(Int(Self.count) + 1 - Self.options.maxHosts))
    #expect(whole.services.total == Self.options.maxServices)
    let kept = whole.services.rows.reduce(0) { $0 + $1.failed }
    #expect(kept + Self.beyond("services", whole) == UInt64(Self.count))
    #expect(window.capture.packets == UInt64(Self.count))
    #expect(window.conversations.total <= Self.options.maxPaneFlows * 16)
    #expect(
      window.conversations.total
        + Int(Self.beyond("packets of flows in a part of the window", window)) == Int(Self.count))
  }

  @Test func ofRandomNames() throws {
    var traffic = Traffic()
    for number in 0..<Self.count {
      let name = "a\(number)-\(number &* 2_654_435_761)"
      let question =
        [UInt8(name.utf8.count)] + Array(name.utf8) + [3, 0x63, 0x6F, 0x6D, 0, 0, 1, 0, 1]
      let id = [UInt8(number >> 8 & 255), UInt8(number & 255)]
      let head = id + [1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
      traffic.udp(from: (1, UInt16(1024 + number % 50_000)), to: (200, 53), head + question)
    }
    let (whole, _) = try Self.snapshots(traffic)
    #expect(whole.dns.queries == UInt64(Self.count))
    #expect(whole.dns.unanswered == UInt64(Self.count))
    #expect(whole.dns.names.total == Self.options.maxNames)
    #expect(
      Self.beyond("DNS names", whole) == UInt64(Int(Self.count) - Self.options.maxNames))
    #expect(Self.beyond("open DNS queries", whole) > 0)
  }

  @Test func ofRandomMACs() throws {
    var traffic = Traffic()
    for number in 0..<Self.count {
      var body: [UInt8] = [0, 1, 8, 0, 6, 4, 0, 2, 2, 0]
      body.appendNetwork(number)
      body.appendNetwork(0x0A00_0000 | number)
      body += [255, 255, 255, 255, 255, 255, 10, 0, 0, 1]
      var frame: [UInt8] = [2, 0, 0, 0, 0, 1, 2, 0]
      frame.appendNetwork(number)
      traffic.add(frame + [8, 6] + body, linkType: .ethernet)
    }
    let (whole, window) = try Self.snapshots(traffic)
    #expect(whole.arp.packets == UInt64(Self.count))
    #expect(whole.arp.claims.total == Self.options.maxClaims)
    #expect(
      Self.beyond("ARP claims", whole) == UInt64(Int(Self.count) - Self.options.maxClaims))
    #expect(window.transport.map(\.packets) == [UInt64(Self.count)])
  }

  @Test func ofRandomIPv6Addresses() throws {
    var random = SeededGenerator(state: 2)
    var traffic = Traffic()
    for _ in 0..<Self.count {
      var packet: [UInt8] = [0x60, 0, 0, 0, 0, 8, 17, 64, 0x20, 1]
      for _ in 0..<14 { packet.append(UInt8(random.next(below: 256))) }
      packet += [0x20, 1]
      for _ in 0..<14 { packet.append(UInt8(random.next(below: 256))) }
      traffic.add(packet + [0x9C, 0x40, 0, 53, 0, 8, 0, 0])
    }
    let (whole, window) = try Self.snapshots(traffic)
    #expect(whole.transport == [TransportShare(name: "UDP", packets: 10_000, bytes: 480_000)])
    #expect(whole.hosts.total == Self.options.maxHosts)
    #expect(
      Self.beyond("hosts", whole) == UInt64(2 * Int(Self.count) - Self.options.maxHosts))
    #expect(whole.services.rows.map(\.packets) == [UInt64(Self.count)])
    #expect(whole.services.rows.map(\.servers) == [UInt64(Self.options.maxServers)])
    #expect(window.hosts.total == 2 * window.conversations.total)
  }

  @Test func ofBytesThatWaitForOthers() throws {
    var traffic = Traffic()
    for client in 0..<100 as Range<UInt32> {
      var talk = TCPTalk(traffic: traffic, clientHost: 500 + client)
      talk.client(.ack, 1, 1, payload: Array("GET / HTTP/1.1\r\nHost: a\r\n".utf8))
      for segment in 0..<20 as Range<UInt32> {
        talk.client(.ack, 200 + segment * 1400, 1, length: 1400)
      }
      traffic = talk.traffic
    }
    let (whole, _) = try Self.snapshots(traffic)
    #expect(whole.capture.packets == 2100)
    #expect(Self.beyond("application streams", whole) >= 90)
  }
}
