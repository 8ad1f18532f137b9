import Foundation
import TestSupport
import Testing

/// What tshark says of connections that no network would carry; skipped where it is not installed.
@Suite(.enabled(if: Tool.isInstalled("tshark"), "tshark is not installed"))
struct TCPConformanceTests {
  @Test(arguments: [1, 2] as [UInt64])
  func judgesRandomConnectionsAsTsharkDoes(seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appending(path: "packetpress-\(UUID().uuidString).pcap")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(Self.capture(seed: seed, connections: 600)).write(to: url)
    let frames = try TsharkFrame.all(of: url)
    let report = try Report.of(url)
    let measures = (Measure.all(TsharkFacts(frames), report) + Measure.details(frames, report))
      .filter { $0.name.hasPrefix("tcp ") && !$0.name.hasPrefix("tcp handshake") }
    #expect(measures.count > 10 && frames.count > 10_000)
    let differing = measures.filter { !$0.agrees }
    #expect(differing.isEmpty, "\(differing.map(\.difference).joined(separator: "\n"))")
  }

  /// All at once, each from an address of its own.
  private static func capture(seed: UInt64, connections: Int) -> [UInt8] {
    var packets: [(time: Int64, bytes: [UInt8])] = []
    for number in 0..<connections {
      let random = SeededGenerator(state: seed << 32 | UInt64(number))
      let connection = RandomConnection(random: random, start: Int64(number) * 1000)
      for segment in connection.segments {
        packets.append((segment.time, packet(segment, client: UInt32(number))))
      }
    }
    var builder = PcapBuilder(magic: PcapBuilder.nanoseconds, network: 101)
    // Sorting keeps the order of equal times only with their places.
    let order = packets.indices.sorted { (packets[$0].time, $0) < (packets[$1].time, $1) }
    for place in order {
      let (time, bytes) = packets[place]
      builder.add(
        bytes, seconds: 1_700_000_000 + UInt32(time / 1_000_000_000),
        fraction: UInt32(time % 1_000_000_000))
    }
    return builder.bytes
  }

  private static func packet(_ segment: RandomConnection.Segment, client: UInt32) -> [UInt8] {
    let ends: [(address: UInt32, port: UInt16)] = [
      (0x0A01_0000 + client, 40_000), (0x0A02_0001, 80),
    ]
    let (source, target) = segment.fromClient ? (ends[0], ends[1]) : (ends[1], ends[0])
    var tcp: [UInt8] = []
    tcp.appendNetwork(source.port)
    tcp.appendNetwork(target.port)
    tcp.appendNetwork(segment.sequence)
    tcp.appendNetwork(segment.acknowledgment)
    tcp.appendNetwork(UInt16(5 + segment.options.count / 4) << 12 | segment.flags)
    tcp.appendNetwork(segment.window)
    tcp.appendNetwork(UInt32(0))
    tcp += segment.options + [UInt8](repeating: 0x78, count: segment.length)
    var header: [UInt8] = [0x45, 0]
    header.appendNetwork(UInt16(20 + tcp.count))
    header += [0, 0, 0, 0, 64, 6, 0, 0]
    header.appendNetwork(source.address)
    header.appendNetwork(target.address)
    return header + tcp
  }
}
