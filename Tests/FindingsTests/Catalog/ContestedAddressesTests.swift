import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct ContestedAddressesTests {
  private func found(
    _ claims: [UInt64], pause: Int64 = 1000, vlans: [UInt64: UInt16] = [:],
    adapter: (UInt64) -> MACAddress = Traffic.adapter
  ) -> [Finding] {
    findings(of: ContestedAddresses.self) { traffic in
      for claim in claims {
        traffic.arp(from: adapter(claim), claiming: 7, asking: 1, vlan: vlans[claim])
        traffic.wait(milliseconds: pause)
      }
    }
  }

  @Test func warnsWhenAnAddressGoesBackAndForth() throws {
    let finding = try #require(found([1, 1, 2, 1, 2]).first)
    #expect(finding.subject.text == "10.0.0.7")
    #expect(finding.measured == 2)
    #expect(finding.packets == [3, 4, 5])
    #expect(finding.detail.text.contains("02:00:00:00:00:01, 02:00:00:00:00:02 claimed"))
    #expect(found([1, 2, 1]).isEmpty)
  }

  @Test func anAddressMayBeHandedOver() {
    #expect(found([1, 1, 1, 2, 2, 2]).isEmpty)
    #expect(found([1, 2, 3, 4, 5]).isEmpty)
  }

  @Test func adaptersThatComeBackLaterMayHaveTheAddress() {
    #expect(found([1, 2, 1, 2, 1, 2], pause: 100_000).count == 1)
    #expect(found([1, 2, 1, 2, 1, 2], pause: 200_000).isEmpty)
  }

  @Test func networksMayHaveTheSameAddresses() {
    #expect(found([1, 2, 1, 2, 1, 2], vlans: [1: 10, 2: 20]).isEmpty)
  }

  @Test func adaptersOfVRRPAndHSRPAreShared() {
    for base: UInt64 in [0x0000_5E00_0100, 0x0000_0C07_AC00, 0x0000_0C9F_F000, 0x0007_B400_0000] {
      #expect(found([1, 2, 1, 2, 1, 2]) { MACAddress(rawValue: base | $0) }.isEmpty)
    }
  }
}
