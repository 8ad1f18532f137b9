import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import Wording

struct EndpointChangesTests {
  private let home: UInt32 = 0x0A00_0001
  private let away: UInt32 = 0x0808_0808

  @Test func hostsAreNewAndGone() {
    let base = capture { $0.hosts.rows = [host(home), host(away)] }
    let new = capture { $0.hosts.rows = [host(home), host(home + 1)] }
    #expect(told(.hosts, base, new) == ["+10.0.0.2", "-8.8.8.8"])
  }

  @Test func hostsOfAFewPacketsOneWayAreNoise() {
    var probed = Host(address: IPAddress(v4: home))
    probed.packetsReceived = 9
    #expect(told(.hosts, capture(), capture { $0.hosts.rows = [probed] }).isEmpty)
    #expect(omitted(capture(), capture { $0.hosts.rows = [probed] }) == [.tinyHosts: 1])
    probed.packetsReceived = 10
    #expect(told(.hosts, capture(), capture { $0.hosts.rows = [probed] }) == ["+10.0.0.1"])
    let answered = host(home, packets: 2)
    #expect(told(.hosts, capture(), capture { $0.hosts.rows = [answered] }) == ["+10.0.0.1"])
  }

  @Test func publicAddressesOfTheSameNameAreNoise() {
    let base = capture { $0.hosts.rows = [host(away, name: "cdn.example")] }
    let new = capture { $0.hosts.rows = [host(away + 1, name: "cdn.example")] }
    #expect(told(.hosts, base, new).isEmpty)
    #expect(omitted(base, new) == [.sameName: 2])
    let other = capture { $0.hosts.rows = [host(away + 1, name: "other.example")] }
    #expect(told(.hosts, base, other).count == 2)
    let laptop = capture { $0.hosts.rows = [host(home, name: "laptop")] }
    let moved = capture { $0.hosts.rows = [host(home + 1, name: "laptop")] }
    #expect(told(.hosts, laptop, moved) == ["+10.0.0.2", "-10.0.0.1"])
  }

  @Test func makersMACsAreNewGoneAndChanged() {
    let base = capture { $0.hosts.rows = [host(home, mac: 0x0011_2233_4455)] }
    let new = capture { $0.hosts.rows = [host(home, mac: 0x0011_2233_4466)] }
    #expect(
      told(.macs, base, new) == ["+00:11:22:33:44:66", "-00:11:22:33:44:55", "~10.0.0.1"])
    let change = Comparison(base: base, new: new).changes(in: .macs).last
    #expect(change?.before == .text("00:11:22:33:44:55"))
    #expect(change?.after == .text("00:11:22:33:44:66"))
  }

  @Test func macsChosenOnTheSpotAreNoise() {
    let base = capture { $0.hosts.rows = [host(home, mac: 0x0211_2233_4455)] }
    let new = capture { $0.hosts.rows = [host(home, mac: 0x0611_2233_4466)] }
    #expect(told(.macs, base, new).isEmpty)
    #expect(omitted(base, new)[.localMACs] == 3)
  }
}
