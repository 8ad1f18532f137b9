import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// The tables that findings are made of have limits, too, and say what went past them.
struct FindingBoundsTests {
  private func note(_ table: String, _ traffic: Traffic) -> LimitNote? {
    traffic.snapshot().limits.first { $0.table == table }
  }

  @Test func ratesOfICMPAreKeptOfSoManyPairs() {
    let flood = { (count: UInt32) in
      var traffic = Traffic()
      for host in 1...count {
        traffic.add(Traffic.ipv4(1, from: host, to: 0xFF_0000, [8, 0, 0, 0, 0, 1, 0, 1]))
      }
      return traffic
    }
    let note = note("ICMP rates", flood(16_400))
    #expect(note?.limit == 16_384 && note?.beyond == 16)
    #expect(self.note("ICMP rates", flood(16_384)) == nil)
  }

  @Test func answersAreCountedOfSoManyServers() {
    let answers = { (count: UInt32) in
      var traffic = Traffic()
      for host in 1...count {
        traffic.udp(
          from: (host, 5060), to: (0xFF_0000, 5060),
          Array("SIP/2.0 200 OK\r\nCSeq: 1 INVITE\r\n\r\n".utf8))
      }
      return traffic
    }
    let note = note("servers of HTTP and SIP judged", answers(4100))
    #expect(note?.limit == 4096 && note?.beyond == 4)
    #expect(self.note("servers of HTTP and SIP judged", answers(4096)) == nil)
  }

  @Test func servicesAreJudgedUpToANumber() {
    var talk = TCPTalk()
    for server in 1...32_770 as ClosedRange<UInt32> {
      talk.serverHost = 100 + server
      talk.client(.syn, 0)
    }
    let note = note("services judged", talk.traffic)
    #expect(note?.limit == 32_768 && note?.beyond == 2)
  }

  @Test func clientsOfResolversAreCountedUpToANumber() {
    var traffic = Traffic()
    for client in 1...8200 as ClosedRange<UInt32> {
      traffic.udp(from: (client, 40_000), to: (0xFF_0000, 53), DNSBuilder.query("a.example").bytes)
    }
    #expect(note("findings about names", traffic)?.beyond == 8)
  }
}
