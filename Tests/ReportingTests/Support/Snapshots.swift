import CaptureFormats
import PacketDecoding
import TrafficAnalysis

/// Snapshots written by hand.
enum Snapshots {
  static let all: [(name: String, snapshot: Snapshot)] = [
    ("empty", Snapshot()), ("one packet", onePacket), ("busy", busy), ("huge", huge),
    ("ugly", ugly),
  ]

  static let start = Timestamp(seconds: 1_714_559_525, nanoseconds: 123_456_789)

  /// An address written as four numbers.
  static func v4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> IPAddress {
    IPAddress(v4: a << 24 | b << 16 | c << 8 | d)
  }

  static let v6 = IPAddress(high: 0x2001_0DB8_85A3_08D3, low: 0x1319_8A2E_0370_7344)

  static var onePacket: Snapshot {
    var snapshot = Snapshot()
    snapshot.capture.files = [CaptureFileSummary(name: "one.pcap", format: "pcap")]
    snapshot.capture.files[0].packets = 1
    snapshot.capture.packets = 1
    snapshot.capture.bytes = 60
    snapshot.capture.capturedBytes = 60
    snapshot.capture.firstPacket = start
    snapshot.capture.lastPacket = start
    snapshot.capture.accounting.read = 1
    snapshot.capture.accounting.decoded = 1
    snapshot.protocols = [ProtocolNode(path: "eth", name: "Ethernet", packets: 1, bytes: 60)]
    snapshot.timeline.start = Timestamp(nanoseconds: start.nanoseconds / 1_953_125 * 1_953_125)
    snapshot.timeline.packets = [1]
    snapshot.timeline.bytes = [60]
    snapshot.timeline.byProtocol = [.init(name: "arp", bytes: [60])]
    snapshot.packetSizes = [PacketSizeBin(from: 40, to: 79, packets: 1)]
    snapshot.recentPackets = [RecentPacket(number: 1, time: start, length: 60)]
    return snapshot
  }
}
