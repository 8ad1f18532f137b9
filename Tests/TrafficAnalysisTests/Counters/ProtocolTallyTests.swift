import PacketDecoding
import Testing
import TrafficAnalysis

struct ProtocolTallyTests {
  static func row(_ node: ProtocolNode) -> String {
    "\(node.path) \(node.packets) \(node.bytes)"
  }

  @Test func countsALayerWithWhatItCarries() {
    var tally = ProtocolTally()
    tally.add(ProtocolPath([.eth, .ip, .tcp]), unknown: .none, bytes: 60)
    tally.add(ProtocolPath([.eth, .ip, .tcp, .tls]), unknown: .none, bytes: 1000)
    tally.add(ProtocolPath([.eth, .ip, .udp]), unknown: .none, bytes: 100)
    tally.add(ProtocolPath([.eth, .arp]), unknown: .none, bytes: 42)
    #expect(
      tally.nodes().map(Self.row) == [
        "eth 4 1202", "eth/ip 3 1160", "eth/ip/tcp 2 1060", "eth/ip/tcp/tls 1 1000",
        "eth/ip/udp 1 100", "eth/arp 1 42",
      ])
  }

  @Test func tellsUnknownProtocolsByTheirNumber() {
    var tally = ProtocolTally()
    for number in [0x88B5, 0x88B6, 0x88B5] {
      tally.add(ProtocolPath([.eth]), unknown: UnknownProtocol(.etherType, number), bytes: 60)
    }
    #expect(
      tally.nodes().map(Self.row) == [
        "eth 3 180", "eth/ethertype 0x88b5 2 120", "eth/ethertype 0x88b6 1 60",
      ])
  }

  @Test func countsWhatFindsNoRoomAtItsOutermostLayer() {
    var tally = ProtocolTally()
    let count = ProtocolTally.limit + 100
    for _ in 0..<2 {
      for number in 0..<count {
        tally.add(ProtocolPath([.eth]), unknown: UnknownProtocol(.etherType, number), bytes: 1)
      }
    }
    let nodes = tally.nodes()
    #expect(nodes.first.map(Self.row) == "eth \(count * 2) \(count * 2)")
    #expect(nodes.count == ProtocolTally.limit + 1)
    #expect(tally.beyond > 0)
  }

  @Test func mergesToASum() {
    var (one, left, right) = (ProtocolTally(), ProtocolTally(), ProtocolTally())
    for number in 0..<100 {
      let path = ProtocolPath([.eth, number % 2 == 0 ? .ip : .ipv6, number % 3 == 0 ? .tcp : .udp])
      one.add(path, unknown: .none, bytes: UInt64(number))
      if number < 40 {
        left.add(path, unknown: .none, bytes: UInt64(number))
      } else {
        right.add(path, unknown: .none, bytes: UInt64(number))
      }
    }
    left.merge(right)
    #expect(left.nodes() == one.nodes())
  }
}
