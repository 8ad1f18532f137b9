internal import PacketDecoding
package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What hosts sent against what they received.
package struct HostTrafficChart: Chart {
  package static let id: String = "host-traffic"
  package static let subject: Phrase = "Bytes sent and received by host"
  package static let absence: Phrase = "No IP addresses in the capture"
  /// Beside the chart of sources, one sentence of absence is enough.
  package static let isShownEmpty = false

  private let hosts: [Host]
  private let bars: DivergingBars
  private let bytes: Double

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let hosts = Array(snapshot.hosts.rows.prefix(options.top).filter { Self.bytes($0) > 0 })
    guard !hosts.isEmpty else { return nil }
    self.hosts = hosts
    bytes = max(Double(snapshot.capture.bytes), Self.bytes(hosts[0]))
    bars = DivergingBars(
      left: .init(head: "sent", tone: .accent), right: .init(head: "received", tone: .soft),
      rows: hosts.map { host in
        let (sent, received) = (Numbers.bytes(host.bytesSent), Numbers.bytes(host.bytesReceived))
        return DivergingBars.Row(
          label: "\(host.address)", left: Double(host.bytesSent),
          right: Double(host.bytesReceived), leftText: sent, rightText: received,
          hint: "\(host.address): \(sent) sent, \(received) received")
      })
  }

  /// Both directions; as Double, because their sum may exceed 64 bits in a hostile snapshot.
  private static func bytes(_ host: Host) -> Double {
    Double(host.bytesSent) + Double(host.bytesReceived)
  }

  package var title: Phrase {
    let sent = Numbers.percent(Double(hosts[0].bytesSent), of: bytes)
    let received = Numbers.percent(Double(hosts[0].bytesReceived), of: bytes)
    guard Prominence.isProminent(Self.bytes(hosts[0]), of: bytes) else {
      return "No host stands out: the busiest sent \(sent) and received \(received) of all bytes"
    }
    return "\(hosts[0].address) sent \(sent) and received \(received) of all bytes"
  }

  package var subtitle: Phrase {
    hosts.count == 1
      ? Self.subject : "\(Self.subject), the \(hosts.count) with most, by their bytes in all"
  }

  package var size: Size { Size(1120, bars.height) }

  package var table: ChartTable {
    ChartTable(
      headers: ["Address", "Sent", "Received", "Packets sent", "Packets received"],
      rows: hosts.map { host in
        [
          host.address.description, Numbers.bytes(host.bytesSent),
          Numbers.bytes(host.bytesReceived), Numbers.count(host.packetsSent),
          Numbers.count(host.packetsReceived),
        ]
      })
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    bars.draw(on: &canvas, in: area, theme: theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    bars.hotspots(in: area, theme: theme)
  }
}
