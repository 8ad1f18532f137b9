import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct HostsAndServicesTests {
  @Test func countsWhatAHostSentAndReceived() throws {
    let snapshot = Traffic.snapshot {
      $0.udp(from: (1, 40_000), to: (2, 53), .pattern(10))
      $0.udp(from: (2, 53), to: (1, 40_000), .pattern(100))
      $0.udp(from: (3, 40_000), to: (2, 53), .pattern(1))
    }
    let server = try #require(snapshot.hosts.rows.first)
    #expect(server.address == Traffic.address(2))
    #expect(server.packetsSent == 1 && server.packetsReceived == 2)
    #expect(server.bytesSent == 128 && server.bytesReceived == 67)
    #expect(server.conversations == 2)
    #expect(snapshot.hosts.rows.map(\.address) == [2, 1, 3].map { Traffic.address($0) })
    #expect(snapshot.topSources.map(\.address) == [1, 2, 3].map { Traffic.address($0) })
  }

  @Test func addsConversationsUpByService() throws {
    var talk = TCPTalk()
    talk.open()
    talk.clientPort = 40_001
    talk.client(.syn, 0)
    talk.server([.rst, .ack], 0, 1)
    talk.clientPort = 40_002
    talk.serverHost = 3
    talk.client(.syn, 0)
    talk.traffic.udp(from: (1, 40_000), to: (2, 53))
    let snapshot = talk.traffic.snapshot()
    let web = try #require(snapshot.services.rows.first { $0.transport == "TCP" })
    #expect(web.port == 80 && web.conversations == 3)
    #expect(web.established == 1 && web.failed == 2)
    #expect(web.packets == 6 && web.servers == 2)
    let names = try #require(snapshot.services.rows.first { $0.transport == "UDP" })
    #expect(names.port == 53 && names.failed == 1 && names.established == 0)
  }

  @Test func namesTheApplicationOfAService() {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client(
        [.psh, .ack], 1, 1, payload: Array("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n".utf8))
    }
    #expect(snapshot.services.rows.first?.application == "http")
    #expect(snapshot.conversations.rows.first?.application == "http")
    #expect(snapshot.conversations.rows.first?.serverName == "a.example")
    #expect(snapshot.protocols.last?.path == "raw/ip/tcp/http")
  }

  @Test func sumsTransportsWithTheRestAtTheEnd() {
    let snapshot = Traffic.snapshot {
      $0.udp(from: (1, 40_000), to: (2, 53))
      $0.add(Traffic.ipv4(99, from: 1, to: 2, .pattern(500)))
      $0.add(Traffic.ipv4(1, from: 1, to: 2, [3, 3, 0, 0, 0, 0, 0, 0]))
      $0.add(.pattern(60), linkType: LinkType(rawValue: 147))
    }
    #expect(snapshot.transport.map(\.name) == ["UDP", "ICMP", "Other"])
    #expect(snapshot.transport.map(\.packets) == [1, 1, 2])
    #expect(snapshot.capture.accounting.undecoded == 2)
    #expect(
      snapshot.icmp.v4 == [Tally(name: "Destination unreachable (port unreachable)", count: 1)])
    #expect(snapshot.conversations.rows.map(\.transport) == ["IP proto 99", "UDP", "ICMP"])
  }

  @Test func timesEchoes() {
    let snapshot = Traffic.snapshot {
      for number in 0..<4 as Range<UInt8> {
        $0.add(Traffic.ipv4(1, from: 1, to: 2, [8, 0, 0, 0, 0, 1, 0, number]))
        $0.wait(milliseconds: Int64(number))
        if number < 3 { $0.add(Traffic.ipv4(1, from: 2, to: 1, [0, 0, 0, 0, 0, 1, 0, number])) }
      }
      $0.add(Traffic.ipv4(1, from: 2, to: 1, [0, 0, 0, 0, 0, 1, 0, 0]))
    }
    #expect(snapshot.icmp.echoRequests == 4 && snapshot.icmp.echoReplies == 4)
    #expect(snapshot.icmp.echoRTT.count == 3)
    #expect(snapshot.icmp.echoRTT.minimum == 1_000_000)
    #expect(snapshot.icmp.echoRTT.maximum == 3_000_000)
  }

  @Test func putsPacketsIntoClassesBySize() {
    let lengths: [UInt32] = [
      0, 1, 63, 64, 127, 128, 255, 256, 511, 512, 1023, 1024, 1518, 1519, 4095, 4096, 9018, 9019,
      65_535, 65_536, .max,
    ]
    let snapshot = Traffic.snapshot { traffic in
      for length in lengths { traffic.add([], length: length, linkType: LinkType(rawValue: 147)) }
    }
    #expect(
      snapshot.packetSizes.map(\.from) == [0, 64, 128, 256, 512, 1024, 1519, 4096, 9019, 65_536])
    for bin in snapshot.packetSizes {
      let to = bin.to.map { UInt32($0) } ?? .max
      let expected = lengths.count { Int($0) >= bin.from && $0 <= to }
      #expect(bin.packets == UInt64(expected))
    }
  }
}

struct ARPTallyTests {
  static func arp(_ operation: UInt16, from sender: UInt32, mac: UInt8, to target: UInt32)
    -> [UInt8]
  {
    var bytes = [UInt8](repeating: 0xFF, count: 6) + [0, 0, 0x5E, 0, 0x53, mac, 8, 6]
    bytes += [0, 1, 8, 0, 6, 4]
    bytes.appendNetwork(operation)
    bytes += [0, 0, 0x5E, 0, 0x53, mac]
    bytes.appendNetwork(0x0A00_0000 | sender)
    bytes += [0, 0, 0, 0, 0, 0]
    bytes.appendNetwork(0x0A00_0000 | target)
    return bytes
  }

  @Test func countsOperationsAndClaims() {
    let snapshot = Traffic.snapshot {
      $0.add(Self.arp(1, from: 1, mac: 1, to: 2), linkType: .ethernet)
      $0.add(Self.arp(2, from: 2, mac: 2, to: 1), linkType: .ethernet)
      $0.add(Self.arp(2, from: 2, mac: 3, to: 2), linkType: .ethernet)
      $0.add(Self.arp(2, from: 2, mac: 3, to: 1), linkType: .ethernet)
      $0.add(Self.arp(7, from: 1, mac: 1, to: 1), linkType: .ethernet)
      $0.udp(from: (1, 40_000), to: (2, 53))
    }
    #expect(snapshot.arp.packets == 5)
    #expect(snapshot.arp.gratuitous == 2)
    #expect(snapshot.arp.operations.map(\.name) == ["reply", "operation 7", "request"])
    let claims = snapshot.arp.claims.rows.map { "\($0.address) \($0.mac) \($0.packets)" }
    #expect(
      claims == [
        "10.0.0.1 00:00:5e:00:53:01 2", "10.0.0.2 00:00:5e:00:53:02 1",
        "10.0.0.2 00:00:5e:00:53:03 2",
      ])
    let host = snapshot.hosts.rows.first { $0.address == Traffic.address(2) }
    #expect(host?.mac?.description == "00:00:5e:00:53:03")
    #expect(snapshot.recentPackets.first?.source == "10.0.0.1")
  }
}
