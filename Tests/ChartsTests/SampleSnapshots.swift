import CaptureFormats
import PacketDecoding
import TrafficAnalysis

/// Snapshots written by hand, from calm to hostile.
enum SampleSnapshots {
  static let all: [(name: String, snapshot: Snapshot)] = [
    ("empty", Snapshot()), ("normal", normal), ("one-packet", onePacket), ("huge", huge),
    ("ugly", ugly), ("spike", spike), ("gap", gap), ("ipv6", ipv6), ("two-packets", twoPackets),
    ("earliest", edge(.min)), ("latest", edge(.max)),
  ]

  /// Four seconds with five protocols.
  static var normal: Snapshot {
    var snapshot = timed(bins: 1_100, width: 1_953_125 * 2)
    snapshot.protocols = tree([
      ("eth", "Ethernet", 9_820), ("eth/arp", "ARP", 20), ("eth/ip", "IPv4", 9_800),
      ("eth/ip/tcp", "TCP", 7_000), ("eth/ip/tcp/tls", "TLS", 5_200),
      ("eth/ip/tcp/http", "HTTP", 900), ("eth/ip/udp", "UDP", 2_700),
      ("eth/ip/udp/dns", "DNS", 320), ("eth/ip/udp/quic", "QUIC", 2_300),
      ("eth/ip/icmp", "ICMP", 100),
    ])
    snapshot.timeline.byProtocol = ["tls", "quic", "tcp", "http", "dns"].enumerated().map {
      let share = [5, 3, 2, 1, 1][$0.offset]
      let bytes = snapshot.timeline.bytes.enumerated().map { bin, bytes in
        bytes / 16 * UInt64(share) * (UInt64(bin / 100 + share) % 3) / 2
      }
      return Timeline.Series(name: $0.element, bytes: bytes)
    }
    snapshot.topSources = (1...12).map { host("192.168.1.\($0)", UInt64(9_000 / ($0 * $0) + 3)) }
    snapshot.conversations = Ranked(
      rows: (1...14).map { conversation(UInt64($0), bytes: UInt64(4_000_000 / ($0 * $0))) })
    snapshot.packetSizes = sizes([10, 3_812, 901, 212, 344, 120, 5_022, 31, 0])
    snapshot.geography = geography
    addOutcomes(to: &snapshot)
    return snapshot
  }

  static var geography: GeographySummary {
    var geography = GeographySummary()
    let names = [("US", "United States"), ("DE", "Germany"), ("BA", "Bosnia and Herzegovina")]
    for (index, name) in names.enumerated() {
      var row = CountryTraffic(code: name.0, name: name.1)
      row.hosts = UInt64(12 - index)
      row.bytes = UInt64(4_000_000 / (index * 7 + 1))
      geography.countries.rows.append(row)
      geography.publicTraffic.bytes += row.bytes
    }
    geography.countries.rows.append(CountryTraffic(code: nil, name: "Unknown"))
    geography.countries.total = 4
    return geography
  }

  static var onePacket: Snapshot {
    var snapshot = timed(bins: 1, width: 1_953_125)
    snapshot.timeline.packets = [1]
    snapshot.timeline.bytes = [60]
    snapshot.timeline.byProtocol = [Timeline.Series(name: "arp", bytes: [60])]
    snapshot.capture.packets = 1
    snapshot.capture.bytes = 60
    snapshot.protocols = [
      ProtocolNode(path: "eth", name: "Ethernet", packets: 1, bytes: 60),
      ProtocolNode(path: "eth/arp", name: "ARP", packets: 1, bytes: 60),
    ]
    snapshot.topSources = [host("10.0.0.1", 1)]
    snapshot.conversations = Ranked(rows: [conversation(1, bytes: 60)])
    snapshot.packetSizes = sizes([1, 0, 0, 0, 0, 0, 0, 0, 0])
    return snapshot
  }

  static var twoPackets: Snapshot {
    var snapshot = onePacket
    snapshot.timeline.packets = [1, 1]
    snapshot.timeline.bytes = [60, 1_514]
    snapshot.timeline.byProtocol[0].bytes = [60, 60]
    return snapshot
  }

  /// Counts near 10^15 over a year, 25 protocols.
  static var huge: Snapshot {
    var snapshot = normal
    snapshot.timeline = timed(bins: 2_048, width: 1_953_125 << 33).timeline
    snapshot.timeline.packets = snapshot.timeline.packets.map { $0 * 1_000_000_000_000 }
    snapshot.timeline.bytes = snapshot.timeline.bytes.map { $0 * 1_000_000_000_000 }
    let names = (0..<25).map { "proto\($0)" }
    snapshot.protocols = tree(
      names.enumerated().map { ("eth/\($1)", $1.uppercased(), 1_000_000_000_000_000 / (2 + $0)) })
    snapshot.timeline.byProtocol = names.enumerated().map { rank, name in
      let bytes = snapshot.timeline.bytes.map { $0 / UInt64(4 + rank * 2) }
      return Timeline.Series(name: name, bytes: bytes)
    }
    for index in snapshot.topSources.indices {
      snapshot.topSources[index].packetsSent *= 100_000_000_000
    }
    snapshot.packetSizes = sizes((0..<9).map { 1_000_000_000_000_000 / UInt64($0 + 1) })
    return snapshot
  }

  /// Text and numbers that mean harm.
  static var ugly: Snapshot {
    var snapshot = normal
    let evil = "\u{202E}<script>alert(1)</script>\u{0}\u{1B}[31m\n"
    let long = String(repeating: "long name ", count: 6_000)
    let marks = "a" + String(repeating: "\u{301}", count: 5_000)
    snapshot.protocols = [evil, long, marks, "مرحبا", "日本語", "", "eth/eth", "="].map {
      ProtocolNode(path: "eth/" + $0, name: $0, packets: .max, bytes: .max)
    }
    snapshot.timeline.bytes = snapshot.timeline.bytes.map { _ in .max }
    snapshot.timeline.packets = snapshot.timeline.packets.map { _ in .max }
    snapshot.timeline.byProtocol = [evil, long, marks].map {
      Timeline.Series(name: $0, bytes: [UInt64](repeating: .max, count: 5_000))
    }
    snapshot.timeline.binNanoseconds = -1
    for index in snapshot.topSources.indices { snapshot.topSources[index].packetsSent = .max }
    for index in snapshot.conversations.rows.indices {
      snapshot.conversations.rows[index].bytesToServer = .max
      snapshot.conversations.rows[index].bytesToClient = .max
      snapshot.conversations.rows[index].application = evil + long
    }
    makeUgly(&snapshot, evil + long)
    snapshot.packetSizes = (0..<2_000).map {
      PacketSizeBin(from: .min + $0, to: .max, packets: .max)
    }
    return snapshot
  }

  /// A million packets in one bin of 2,048.
  static var spike: Snapshot {
    var snapshot = timed(bins: 2_048, width: 1_953_125 << 9)
    for bin in snapshot.timeline.packets.indices {
      snapshot.timeline.packets[bin] = bin == 1_500 ? 1_000_000 : UInt64(bin % 3)
      snapshot.timeline.bytes[bin] = snapshot.timeline.packets[bin] * 60
    }
    snapshot.protocols = tree([("eth/ip/udp", "UDP", 60_000), ("eth/ip/udp/dns", "DNS", 100)])
    snapshot.timeline.byProtocol = [
      Timeline.Series(name: "udp", bytes: snapshot.timeline.bytes)
    ]
    return snapshot
  }

  /// Two bursts with nine days between them.
  static var gap: Snapshot {
    var snapshot = timed(bins: 1_500, width: 1_953_125 << 18)
    for bin in 60..<1_420 {
      snapshot.timeline.packets[bin] = 0
      snapshot.timeline.bytes[bin] = 0
    }
    snapshot.protocols = tree([("eth/ip/tcp", "TCP", 60_000)])
    snapshot.timeline.byProtocol = [
      Timeline.Series(name: "tcp", bytes: snapshot.timeline.bytes.map { $0 / 3 })
    ]
    return snapshot
  }

  /// The longest addresses there are.
  static var ipv6: Snapshot {
    var snapshot = normal
    snapshot.topSources = (0..<10).map { index in
      var host = Host(address: longAddress(UInt64(index)))
      host.packetsSent = UInt64(1_000 >> index + 1)
      return host
    }
    snapshot.conversations.rows = (0..<10).map { index in
      var row = Conversation(
        transport: "TCP", client: longAddress(UInt64(index)), server: longAddress(99),
        start: start)
      (row.clientPort, row.serverPort) = (54_321, 50_443)
      (row.bytesToServer, row.bytesToClient) = (1_000_000 >> UInt64(index), 500_000)
      return row
    }
    return snapshot
  }

  /// At an end of the range of time stamps.
  static func edge(_ nanoseconds: Int64) -> Snapshot {
    var snapshot = normal
    snapshot.timeline.start = Timestamp(nanoseconds: nanoseconds)
    snapshot.timeline.binNanoseconds = nanoseconds == .max ? .max : 1_953_125
    return snapshot
  }

  static let start = Timestamp(seconds: 1_714_559_521)

  private static func timed(bins: Int, width: Int64) -> Snapshot {
    var snapshot = Snapshot()
    let time = start.nanoseconds / width * width
    snapshot.timeline.start = Timestamp(nanoseconds: time)
    snapshot.timeline.binNanoseconds = width
    snapshot.timeline.packets = (0..<bins).map { bin in
      let wave = bin % 97 < 50 ? bin % 97 : 97 - bin % 97
      return UInt64(20 + wave + (bin * 7_919) % 23 + (bin == bins / 3 ? 90 : 0))
    }
    snapshot.timeline.bytes = snapshot.timeline.packets.map { $0 * 612 }
    snapshot.capture.packets = snapshot.timeline.packets.reduce(0, +)
    snapshot.capture.bytes = snapshot.timeline.bytes.reduce(0, +)
    return snapshot
  }

  private static func tree(_ nodes: [(path: String, name: String, kilobytes: Int)])
    -> [ProtocolNode]
  {
    nodes.map {
      ProtocolNode(
        path: $0.path, name: $0.name, packets: UInt64($0.kilobytes),
        bytes: UInt64($0.kilobytes) * 1_000)
    }
  }

  private static func sizes(_ counts: [UInt64]) -> [PacketSizeBin] {
    let edges = [0, 64, 128, 256, 512, 768, 1_024, 1_280, 1_519]
    return zip(edges.indices, counts).map { index, count in
      let to = index + 1 < edges.count ? edges[index + 1] - 1 : nil
      return PacketSizeBin(from: edges[index], to: to, packets: count)
    }
  }

  private static func host(_ address: String, _ packets: UInt64) -> Host {
    let bytes = address.split(separator: ".").compactMap { UInt32($0) }
    var host = Host(address: IPAddress(v4: bytes.reduce(0) { $0 << 8 | $1 }))
    host.packetsSent = packets
    host.bytesSent = packets * 700
    return host
  }

  private static func conversation(_ index: UInt64, bytes: UInt64) -> Conversation {
    var conversation = Conversation(
      transport: "TCP", client: IPAddress(v4: 0xC0A8_0100 + UInt32(index)),
      server: IPAddress(v4: 0x0A00_0001), start: start)
    conversation.clientPort = UInt16(50_000 + index)
    conversation.serverPort = 443
    conversation.bytesToServer = bytes / (2 + index)
    conversation.bytesToClient = bytes - conversation.bytesToServer
    return conversation
  }

  private static func longAddress(_ index: UInt64) -> IPAddress {
    IPAddress(high: 0x2001_0DB8_85A3_1234, low: 0xABCD_8A2E_1370_7000 + index)
  }
}
