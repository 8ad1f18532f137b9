import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct PacketInfoTests {
  private func infos(_ messages: (DNSBuilder, isFromServer: Bool)...) -> [String] {
    Traffic.snapshot { traffic in
      for (message, isFromServer) in messages {
        if isFromServer {
          traffic.udp(from: DNSLogTests.server, to: DNSLogTests.client, message.bytes)
        } else {
          traffic.udp(from: DNSLogTests.client, to: DNSLogTests.server, message.bytes)
        }
      }
    }.recentPackets.map(\.info)
  }

  @Test func saysWhatWasAskedAndHowItEnded() {
    #expect(
      infos(
        (.query("example.com"), false), (.response("example.com", code: 3), true),
        (.query("www.example.com"), false), (.response("www.example.com"), true)) == [
          "Standard query A example.com", "Standard query response NXDOMAIN A example.com",
          "Standard query A www.example.com", "Standard query response A www.example.com",
        ])
  }
}
