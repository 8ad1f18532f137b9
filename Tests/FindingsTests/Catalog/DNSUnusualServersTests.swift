import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct DNSUnusualServersTests {
  /// Clients that ask host 53, and more.
  private func found(
    clients: UInt32 = 9, workers: Int = 1, _ more: (inout Traffic) -> Void
  ) -> [Finding] {
    var traffic = Traffic()
    for client in 1..<1 + clients { traffic.ask("a.example", client: client) }
    more(&traffic)
    return findings(of: DNSUnusualServers.self, workers: workers, traffic: traffic)
  }

  private static func ask(
    _ traffic: inout Traffic, from client: UInt32 = 77, server: UInt32 = 99, count: Int = 5,
    flags: UInt16 = 0x0100
  ) {
    for number in 0..<count {
      var query = DNSBuilder.query("b.example", id: UInt16(number))
      query.flags = flags
      traffic.udp(from: (client, 40_000), to: (server, 53), query.bytes)
    }
  }

  @Test(arguments: [1, 3])
  func warnsOfAServerThatOneAsksAlone(workers: Int) throws {
    let finding = try #require(found(workers: workers) { Self.ask(&$0) }.first)
    #expect(finding.subject.text == "10.0.0.77 → 10.0.0.99")
    #expect(finding.measured == 5 && finding.packets == Array(10...14))
    #expect(found { Self.ask(&$0, count: 4) }.isEmpty)
  }

  @Test func thereAreOthersToCompareWith() {
    #expect(found(clients: 4) { Self.ask(&$0) }.count == 1)
    #expect(found(clients: 3) { Self.ask(&$0) }.isEmpty)
  }

  /// Two of twenty are a tenth, three are not.
  @Test func whatSeveralAskIsNotUnusual() {
    let several = { (count: UInt32) in
      found(clients: 20 - count) { traffic in
        for client in 77..<77 + count { Self.ask(&traffic, from: client) }
      }
    }
    #expect(several(2).count == 2)
    #expect(several(3).isEmpty)
  }

  @Test func withoutAnUsualOneNoneIsUnusual() {
    let found = found(clients: 1) { traffic in
      for client in 70..<80 as Range<UInt32> {
        Self.ask(&traffic, from: client, server: client + 100)
      }
    }
    #expect(found.isEmpty)
  }

  @Test func sparesForwardersResolversAndServersOnTheHost() {
    // The resolver of all asks another in turn.
    #expect(found { Self.ask(&$0, from: 53) }.isEmpty)
    // A resolver that asks the servers of a domain wants no recursion.
    #expect(found { Self.ask(&$0, flags: 0) }.isEmpty)
  }

  @Test func isOffByDefault() { #expect(!DNSUnusualServers.isOnByDefault) }
}
