import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct RivalDHCPServersTests {
  private static let one = Traffic.DHCPAnswer(server: 1, router: 1, nameServer: 1)

  private func found(_ other: Traffic.DHCPAnswer, transaction: UInt32 = 1) -> [Finding] {
    findings(of: RivalDHCPServers.self) { traffic in
      traffic.dhcp(1, client: 9)
      traffic.dhcp(2, client: 9, from: Self.one)
      traffic.dhcp(2, client: 9, transaction: transaction, from: other)
    }
  }

  @Test func warnsOfServersThatContradict() throws {
    let finding = try #require(found(.init(server: 2, router: 2, nameServer: 2)).first)
    #expect(finding.severity == .warning)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2")
    #expect(finding.packets == [2, 3])
    #expect(found(.init(server: 2, router: 1, nameServer: 2)).count == 1)
  }

  @Test func serversMayShareTheWork() {
    #expect(found(.init(server: 2, router: 1, nameServer: 1)).isEmpty)
  }

  @Test func sparesRelayAgentsBootServersAndOtherNetworks() {
    #expect(found(.init(server: 2, router: 2, nameServer: 2, relayAgent: 0x0A00_0001)).isEmpty)
    #expect(found(.init(server: 2, router: 2, nameServer: 2, address: 0)).isEmpty)
    #expect(found(.init(server: 2, router: 2, nameServer: 2), transaction: 2).isEmpty)
  }
}
