import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// One worker or several: the snapshot is the same.
struct WorkersTests {
  @Test(
    arguments: [
      "arp.pcap", "cooked.pcap", "dns.pcap", "everything.pcapng", "fragments.pcap", "hostile.pcap",
      "ipv6.pcapng", "lossy-receiver.pcap", "lossy-sender.pcap", "ping.pcapng", "portscan.pcap",
      "tls.pcapng", "vlan.pcap", "web.pcap",
    ])
  func giveTheSameSnapshotOfASample(name: String) throws {
    let one = try sampleSnapshot(name)
    for workers in [2, 3, 7] {
      let several = try sampleSnapshot(name, workers: workers)
      #expect(several.difference(from: one) == nil, "\(workers) workers")
    }
  }

  @Test func giveTheSameSnapshotOfRandomTraffic() {
    var random = SeededGenerator(state: 6)
    var traffic = Traffic()
    for _ in 0..<2000 {
      let hosts = (UInt32(random.next(below: 20)), UInt32(random.next(below: 20)))
      let ports = (UInt16(random.next(below: 4)) + 40_000, UInt16(random.next(below: 4)) + 50)
      traffic.wait(milliseconds: Int64(random.next(below: 50)) - 20)
      switch random.next(below: 4) {
      case 0:
        traffic.add(
          Traffic.ipv4(
            17, from: hosts.0, to: hosts.1, .pattern(16),
            identification: UInt16(random.next(below: 9)),
            fragment: [0x2000, 0x2002, 0x0004][random.next(below: 3)]))
      case 1: traffic.udp(from: (hosts.0, ports.0), to: (hosts.1, ports.1), hasTime: false)
      case 2: traffic.udp(from: (hosts.0, ports.0), to: (hosts.1, ports.1))
      default:
        var talk = TCPTalk(
          traffic: traffic, clientPort: ports.0, serverPort: ports.1, clientHost: hosts.0,
          serverHost: hosts.1, clientStart: UInt32(random.next(below: 3)) << 31)
        talk.client(
          TCPFlags(rawValue: UInt16(random.next(below: 32))), UInt32(random.next(below: 9)), 1,
          length: random.next(below: 3))
        traffic = talk.traffic
      }
    }
    let one = traffic.snapshot()
    #expect(one.capture.packets == 2000)
    for workers in [2, 3, 5] {
      #expect(traffic.snapshot(workers: workers).difference(from: one) == nil)
    }
  }

  /// Servers echo the capitals that clients mix in at random against forgery.
  @Test func agreeOnTheSpellingOfAName() {
    var traffic = Traffic()
    let spellings = ["www.Example.com", "WWW.eXAMPLE.com", "www.example.com", "wWw.example.COM"]
    for (index, name) in (spellings + spellings).enumerated() {
      var query: [UInt8] = [0, UInt8(index), 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
      for label in name.split(separator: ".") { query += [UInt8(label.utf8.count)] + label.utf8 }
      traffic.udp(from: (UInt32(index), 40_000), to: (99, 53), query + [0, 0, 1, 0, 1])
    }
    let one = traffic.snapshot()
    #expect(one.dns.names.rows.map(\.queries) == [8])
    #expect(one.dns.names.rows.map(\.name) == ["www.example.com"])
    for workers in [2, 3, 5] {
      #expect(traffic.snapshot(workers: workers).difference(from: one) == nil)
    }
  }

  @Test func keepTheSpellingOfANameThatIsAlwaysTheSame() {
    let snapshot = Traffic.snapshot { traffic in
      let query: [UInt8] = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3] + Array("NAS".utf8)
      traffic.udp(from: (1, 40_000), to: (99, 53), query + [0, 0, 1, 0, 1])
    }
    #expect(snapshot.dns.names.rows.map(\.name) == ["NAS"])
  }
}
