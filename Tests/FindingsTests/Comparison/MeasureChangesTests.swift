import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import Wording

struct MeasureChangesTests {
  private func answers(milliseconds: Int64, tail: Int64 = 0, _ count: UInt64 = 20) -> Snapshot {
    capture { snapshot in
      snapshot.dns.latency.count = count
      snapshot.dns.latency.p50 = milliseconds * 1_000_000
      snapshot.dns.latency.p95 = max(milliseconds, tail) * 1_000_000
    }
  }

  @Test func latenciesDifferByAFactorMillisecondsAndSamples() throws {
    let change = try #require(
      Comparison(base: answers(milliseconds: 20), new: answers(milliseconds: 30))
        .changes(in: .latency).first)
    #expect(change.mark == "~DNS response" && change.measure == "median")
    #expect(change.before == .number(20) && change.after == .number(30))
    #expect(told(.latency, answers(milliseconds: 20), answers(milliseconds: 29)).isEmpty)
    #expect(told(.latency, answers(milliseconds: 1), answers(milliseconds: 5)).isEmpty)
    #expect(told(.latency, answers(milliseconds: 1), answers(milliseconds: 6)).count == 1)
    #expect(told(.latency, answers(milliseconds: 20, 19), answers(milliseconds: 90)).isEmpty)
  }

  @Test func tailsNeedAHundredSamples() {
    #expect(
      told(
        .latency, answers(milliseconds: 20, 100), answers(milliseconds: 20, tail: 90, 100)
      ).count == 1)
    #expect(
      told(.latency, answers(milliseconds: 20, 99), answers(milliseconds: 20, tail: 90, 100))
        .isEmpty)
  }

  @Test func latenciesOfServers() {
    func server(milliseconds: UInt64) -> Snapshot {
      capture { snapshot in
        var health = ServiceHealth(server: IPAddress(v4: 0x0A00_0001), port: 80)
        health.handshakes = 20
        health.handshakeSum = 20 * milliseconds * 1_000_000
        snapshot.observations.services = [health]
        var resolver = DNSServer(address: IPAddress(v4: 0x0A00_0035))
        resolver.responses = 20
        resolver.meanLatencyNanoseconds = Int64(milliseconds) * 1_000_000
        snapshot.dns.servers.rows = [resolver]
      }
    }
    #expect(
      told(.latency, server(milliseconds: 10), server(milliseconds: 20))
        == ["~10.0.0.1:80/tcp", "~10.0.0.53"])
    #expect(told(.latency, server(milliseconds: 10), server(milliseconds: 14)).isEmpty)
  }

  private func segments(_ count: UInt64, again: UInt64) -> Snapshot {
    capture { snapshot in
      snapshot.tcp.packets = count
      snapshot.tcp.retransmissions = again
    }
  }

  @Test func lossesDifferByPointsAndPackets() throws {
    let change = try #require(
      Comparison(base: segments(2000, again: 0), new: segments(2000, again: 20))
        .changes(in: .loss).first)
    #expect(change.mark == "~TCP segments" && change.unit == .percent)
    #expect(change.before == .number(0) && change.after == .number(1))
    #expect(told(.loss, segments(2000, again: 0), segments(2000, again: 19)).isEmpty)
    #expect(told(.loss, segments(4000, again: 0), segments(4000, again: 39)).isEmpty)
    #expect(told(.loss, segments(2000, again: 100), segments(4000, again: 200)).isEmpty)
    #expect(told(.loss, segments(19, again: 0), segments(2000, again: 200)).isEmpty)
  }

  @Test func lossesAreLeftOutWhereTheCaptureLacksPackets() {
    var lossy = segments(2000, again: 100)
    lossy.capture.drops = 500
    lossy.capture.accounting.read = 1000
    #expect(told(.loss, segments(2000, again: 0), lossy).isEmpty)
    #expect(omitted(segments(2000, again: 0), lossy) == [.doubtfulLoss: 1])
  }

  @Test func failuresOfApplications() {
    let new = capture { snapshot in
      snapshot.dns.queries = 100
      snapshot.dns.unanswered = 30
      snapshot.dns.responses = 100
      snapshot.dns.responseCodes = [
        Tally(name: "SERVFAIL", count: 25), Tally(name: "NXDOMAIN", count: 40),
      ]
      snapshot.http.responses = 100
      snapshot.http.statuses = [Tally(name: "503", count: 22), Tally(name: "404", count: 40)]
      snapshot.icmp.echoRequests = 100
      snapshot.icmp.echoReplies = 79
    }
    let base = capture { snapshot in
      snapshot.dns.queries = 100
      snapshot.dns.responses = 100
      snapshot.http.responses = 100
      snapshot.icmp.echoRequests = 100
      snapshot.icmp.echoReplies = 100
    }
    #expect(
      told(.loss, base, new)
        == ["~DNS queries", "~DNS responses", "~HTTP responses", "~Pings"])
  }
}
