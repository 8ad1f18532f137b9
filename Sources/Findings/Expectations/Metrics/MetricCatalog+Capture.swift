import PacketDecoding
import TrafficAnalysis
internal import Wording

extension MetricCatalog {
  static let capture: [Metric] =
    [
      .count("packets", "packets", "packets that were analysed", .capture) { $0.capture.packets },
      .bytes("bytes", "bytes on the wire", .capture) { $0.capture.bytes },
      .bytes("captured_bytes", "bytes in the capture", .capture) { $0.capture.capturedBytes },
      Metric("duration", .duration, "first to last time stamp", .duration) { grounds, _ in
        .measured(Double(grounds.snapshot.capture.durationNanoseconds))
      },
      Metric("packet_rate", .packetRate, "packets per second over the whole capture", .time) {
        grounds, _ in rate(grounds.snapshot, grounds.snapshot.capture.packets)
      },
      Metric("bit_rate", .bitRate, "bits per second over the whole capture", .time) {
        grounds, _ in rate(grounds.snapshot, grounds.snapshot.capture.bytes, times: 8)
      },
      Metric("bytes_per_minute", .bytes, "bytes per minute over the whole capture", .time) {
        grounds, _ in rate(grounds.snapshot, grounds.snapshot.capture.bytes, times: 60)
      },
      Metric("drops", .count, of: "packets", "packets that the capturing system lost", .quality) {
        grounds, _ in
        grounds.snapshot.capture.drops.map(MetricValue.init)
          ?? .absent("the capture does not say how many packets were lost")
      },
      Metric("drops.share", .percent, "the same, of lost and captured packets", .quality) {
        grounds, _ in drops(grounds.snapshot.capture)
      },
      .count("files", "files", "capture files that were read", Reliance()) {
        UInt64($0.capture.files.count)
      },
      .count("clock_steps", "packets", "time stamps earlier than the one before", .quality) {
        $0.capture.timeReversals
      },
    ]
    + Metric.parts(
      of: Whole("packets") { $0.capture.packets },
      [
        CountRow("malformed", "packets with a header that is wrong or cut off", .quality) {
          $0.capture.accounting.malformed
        },
        CountRow("undecoded", "packets that end in a protocol that is not known", .quality) {
          $0.capture.accounting.undecoded
        },
      ])

  static let protocols: [Metric] = [
    Metric(
      "protocols.*.packets", .count, of: "packets", "packets in which a layer is the protocol",
      .count, parameters: protocolNames
    ) { grounds, name in
      MetricValue(nodes(grounds.snapshot, name).reduce(0) { $0 + $1.packets })
    },
    Metric(
      "protocols.*.bytes", .bytes, "bytes of these packets", .count, parameters: protocolNames
    ) { grounds, name in
      MetricValue(nodes(grounds.snapshot, name).reduce(0) { $0 + $1.bytes })
    },
    Metric(
      "protocols.*.share", .percent, "packets in which a layer is the protocol, of all packets",
      .share, parameters: protocolNames
    ) { grounds, name in
      MetricValue(
        nodes(grounds.snapshot, name).reduce(0) { $0 + $1.packets },
        of: grounds.snapshot.capture.packets, "packets")
    },
    Metric(
      "applications.*.conversations", .count, of: "conversations",
      "conversations that carried the application", .count, parameters: protocolNames
    ) { grounds, name in MetricValue(application(grounds.snapshot, name)?.conversations ?? 0) },
    Metric(
      "applications.*.bytes", .bytes, "bytes of these conversations", .count,
      parameters: protocolNames
    ) { grounds, name in MetricValue(application(grounds.snapshot, name)?.bytes ?? 0) },
  ]

  static let protocolNames = ProtocolID.allCases.filter { !$0.isNone }.map(\.filterName)

  private static func rate(
    _ snapshot: Snapshot, _ count: UInt64, times factor: Double = 1
  ) -> MetricValue {
    let seconds = snapshot.capture.durationSeconds
    return seconds > 0
      ? .measured(Double(count) * factor / seconds) : .absent("the capture has no duration")
  }

  private static func drops(_ capture: CaptureSummary) -> MetricValue {
    guard let drops = capture.drops else {
      return .absent("the capture does not say how many packets were lost")
    }
    let all = Double(drops) + Double(capture.accounting.read)
    return all > 0 ? .measured(Double(drops) / all * 100) : .absent("the capture has no packets")
  }

  /// The outermost nodes of a protocol, so that tunnels count a packet once.
  private static func nodes(_ snapshot: Snapshot, _ name: String) -> [ProtocolNode] {
    snapshot.protocols.filter { node in
      let layers = node.path.split(separator: "/")
      return layers.last.map { $0 == name } == true && !layers.dropLast().contains { $0 == name }
    }
  }

  private static func application(_ snapshot: Snapshot, _ name: String) -> ApplicationSummary? {
    snapshot.applications.first { $0.protocolName == name }
  }
}
