import CaptureFormats
import PacketDecoding
import TrafficAnalysis

extension Snapshots {
  /// An office for two minutes.
  static var busy: Snapshot {
    var snapshot = Snapshot()
    addCapture(to: &snapshot)
    addTraffic(to: &snapshot)
    addEndpoints(to: &snapshot)
    addTCP(to: &snapshot)
    addApplications(to: &snapshot)
    addLink(to: &snapshot)
    return snapshot
  }

  private static func addCapture(to snapshot: inout Snapshot) {
    var file = CaptureFileSummary(name: "office-2024-05-01.pcapng", format: "pcapng")
    file.compression = "zstd"
    file.sha256 = String(repeating: "9f86d081884c7d65", count: 4)
    file.timePrecision = "ns"
    file.snapLength = 262_144
    file.linkTypes = ["EN10MB"]
    file.packets = 184_223
    file.bytesOnDisk = 61_844_212
    file.interfaces = [
      .init(name: "eth0", description: "uplink", linkType: "EN10MB", received: 184_300, dropped: 77)
    ]
    file.comments = ["Taken while the file server was slow"]
    file.writtenBy = ["Dumpcap (Wireshark) 4.2.4", "Linux 6.1.0-21-amd64"]
    snapshot.capture.files = [file]
    snapshot.capture.packets = 184_223
    snapshot.capture.bytes = 148_223_118
    snapshot.capture.capturedBytes = 148_223_118
    snapshot.capture.firstPacket = start
    snapshot.capture.lastPacket = Timestamp(nanoseconds: start.nanoseconds + 123_400_000_321)
    snapshot.capture.accounting.read = 184_223
    snapshot.capture.accounting.decoded = 184_211
    snapshot.capture.accounting.malformed = 12
    snapshot.capture.drops = 77
  }

  private static func addTraffic(to snapshot: inout Snapshot) {
    let nodes: [(String, String, UInt64, UInt64)] = [
      ("eth", "Ethernet", 184_223, 148_223_118), ("eth/arp", "ARP", 214, 9_844),
      ("eth/ip", "IPv4", 171_002, 139_110_020), ("eth/ip/tcp", "TCP", 140_313, 121_001_223),
      ("eth/ip/tcp/http", "HTTP", 2_114, 1_988_311), ("eth/ip/tcp/tls", "TLS", 80_222, 90_100_311),
      ("eth/ip/udp", "UDP", 30_501, 18_100_201), ("eth/ip/udp/dns", "DNS", 4_120, 510_220),
      ("eth/ip/udp/quic", "QUIC", 26_001, 17_500_110), ("eth/ip/icmp", "ICMP", 188, 18_424),
      ("eth/ipv6", "IPv6", 13_007, 9_103_254), ("eth/ipv6/tcp", "TCP", 11_900, 8_800_122),
      ("eth/ipv6/icmpv6", "ICMPv6", 1_107, 95_202),
    ]
    snapshot.protocols = nodes.map { ProtocolNode(path: $0, name: $1, packets: $2, bytes: $3) }
    snapshot.transport = [
      TransportShare(name: "TCP", packets: 152_213, bytes: 129_801_345),
      TransportShare(name: "UDP", packets: 30_501, bytes: 18_100_201),
      TransportShare(name: "Other", packets: 1_509, bytes: 321_572),
    ]
    snapshot.timeline.binNanoseconds = 1_000_000_000 / 512 * 256
    snapshot.timeline.start = start
    let shape = (0..<247).map { index -> UInt64 in
      let spike = index == 120 ? 4_000 : 0
      let tide = index / 40 % 2 * 500
      return UInt64(400 + index * 7 % 131 * 3 + spike + tide)
    }
    snapshot.timeline.packets = shape
    snapshot.timeline.bytes = shape.map { $0 * 803 }
    snapshot.timeline.byProtocol = [("tls", 600), ("tcp", 90), ("quic", 80), ("http", 33)].map {
      name, factor in .init(name: name, bytes: shape.map { $0 * UInt64(factor) })
    }
    let sizes: [(Int, Int?, UInt64)] = [
      (0, 63, 1_022), (64, 127, 60_400), (128, 255, 9_233), (256, 511, 7_110), (512, 1023, 12_400),
      (1024, 1518, 94_012), (1519, nil, 46),
    ]
    snapshot.packetSizes = sizes.map { PacketSizeBin(from: $0, to: $1, packets: $2) }
  }

  private static func addEndpoints(to snapshot: inout Snapshot) {
    snapshot.hosts.rows = (0..<40).map { index in
      var host = Host(address: index == 3 ? v6 : v4(10, 0, 0, UInt32(5 + index)))
      host.packetsSent = UInt64(60_000 / (index + 1))
      host.packetsReceived = UInt64(70_000 / (index + 1))
      host.bytesSent = UInt64(40_000_000 / (index + 1))
      host.bytesReceived = UInt64(55_000_000 / (index + 2))
      host.conversations = UInt64(80 - index)
      host.mac = MACAddress(rawValue: 0x0242_AC11_0002 + UInt64(index))
      if index % 3 == 0 {
        host.names = [HostName(name: "files-\(index).office.example.org", source: "dns")]
      }
      return host
    }
    snapshot.hosts.total = 40
    snapshot.topSources = Array(snapshot.hosts.rows.prefix(20))
    snapshot.geography = geography
    snapshot.conversations.rows = (0..<60).map(conversation)
    snapshot.conversations.total = 1_204
    let connections = snapshot.conversations.rows.filter { $0.tcp != nil }
    snapshot.tcp.mostRetransmissions = connections.reversed()
    snapshot.tcp.slowest = connections
    snapshot.services.rows = (0..<14).map { index in
      var service = Service(
        transport: index % 4 == 3 ? "UDP" : "TCP",
        port: [443, 80, 22, 53][index % 4] + UInt16(index / 4) * 1_000)
      service.application = ["tls", "http", "ssh", "dns"][index % 4]
      service.conversations = UInt64(600 / (index + 1))
      service.established = UInt64(580 / (index + 1))
      service.failed = index == 1 ? 14 : 0
      service.packets = UInt64(90_000 / (index + 1))
      service.bytes = UInt64(88_000_000 / (index + 1))
      service.servers = UInt64(12 - index / 2)
      return service
    }
    snapshot.services.total = 14
  }

  private static func conversation(_ index: Int) -> Conversation {
    var row = Conversation(
      transport: index % 5 == 4 ? "UDP" : "TCP",
      client: index == 2 ? v6 : v4(10, 0, 0, UInt32(5 + index % 30)),
      server: index == 2
        ? IPAddress(high: 0x2001_0DB8_0000_0000, low: 0x53) : v4(198, 51, 100, UInt32(7 + index)),
      start: Timestamp(nanoseconds: start.nanoseconds + Int64(index) * 1_000_000_007))
    row.clientPort = UInt16(49_152 + index)
    row.serverPort = 443
    row.packetsToServer = UInt64(9_000 / (index + 1))
    row.packetsToClient = UInt64(11_000 / (index + 1))
    row.bytesToServer = UInt64(2_000_000 / (index + 1))
    row.bytesToClient = UInt64(30_000_000 / (index + 1))
    row.durationNanoseconds = Int64(index + 1) * 1_530_000_000
    row.state = index % 7 == 0 ? .resetByServer : .finished
    row.history = "ShADadFf"
    row.application = index % 5 == 4 ? "quic" : "tls"
    row.serverName = index % 2 == 0 ? "cdn-\(index).assets.example.com" : nil
    row.handshakeRTTNanoseconds = 12_345_678
    row.retransmissions = UInt64(index)
    if row.transport == "TCP" { row.tcp = measures(index) }
    return row
  }

  private static func measures(_ index: Int) -> TCPMeasures {
    var measures = TCPMeasures()
    measures.handshakeToServerNanoseconds = 12_000_000
    measures.handshakeToClientNanoseconds = 345_678
    measures.toServer.sentBytes = 1_900_000
    measures.toServer.retransmissions = UInt64(index)
    measures.toServer.retransmittedBytes = UInt64(index) * 1460
    measures.toServer.roundTrips = RoundTrips(
      count: 12, minimum: 11_000_000, mean: 15_500_000, maximum: 90_000_000, deviation: 1_234_567)
    measures.toClient.sentBytes = 29_000_000
    measures.toClient.longestIdleNanoseconds = 2_500_000_000
    measures.toClient.options = TCPOptions()
    measures.toClient.options?.maximumSegmentSize = 1460
    return measures
  }
}
