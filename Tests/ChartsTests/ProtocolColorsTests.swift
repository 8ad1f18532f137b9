import Charts
import Testing
import TrafficAnalysis

@Suite struct ProtocolColorsTests {
  private func snapshot(_ names: [String]) -> Snapshot {
    var snapshot = Snapshot()
    snapshot.protocols = names.enumerated().map { rank, name in
      ProtocolNode(path: name, name: name, packets: 1, bytes: UInt64(1_000 - rank))
    }
    return snapshot
  }

  @Test func aKnownProtocolKeepsItsColorInEveryReport() {
    let first = ProtocolColors(snapshot(["tls", "dns", "x"]))
    let second = ProtocolColors(snapshot(["y", "zz", "dns", "http", "tls"]))
    #expect(first.slot("tls") == second.slot("tls"))
    #expect(first.slot("dns") == second.slot("dns"))
  }

  @Test func theEightLargestNeverShareAColor() {
    let names = ["icmp", "icmpv6", "a", "b", "c", "arp", "ssh", "http", "http2", "tls"]
    let colors = ProtocolColors(snapshot(names))
    #expect(Set(names.prefix(8).map(colors.slot)).count == 8)
  }
}

@Suite struct ProtocolShareTests {
  @Test func countsEveryByteOnceAtItsDeepestProtocol() {
    let shares = ProtocolShare.shares(of: SampleSnapshots.normal.protocols)
    #expect(shares.reduce(0) { $0 + $1.bytes } == 9_820_000)
    #expect(shares.first?.key == "tls")
    #expect(shares.contains { $0.key == "tcp" && $0.bytes == 900_000 })
    #expect(!shares.contains { $0.key == "eth" })
  }

  @Test func joinsOneProtocolInTwoPlaces() {
    let nodes = [
      ProtocolNode(path: "eth", name: "Ethernet", packets: 3, bytes: 300),
      ProtocolNode(path: "eth/ip", name: "IPv4", packets: 2, bytes: 200),
      ProtocolNode(path: "eth/ip/udp", name: "UDP", packets: 1, bytes: 150),
      ProtocolNode(path: "eth/vlan", name: "802.1Q", packets: 1, bytes: 100),
      ProtocolNode(path: "eth/vlan/ip", name: "IPv4", packets: 1, bytes: 100),
    ]
    let shares = ProtocolShare.shares(of: nodes)
    #expect(shares.map(\.key) == ["ip", "udp"])
    #expect(shares.map(\.bytes) == [150, 150])
  }
}
