internal import PacketDecoding
package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The addresses that sent most packets.
package struct SourcesChart: BarChart {
  package static let id: String = "sources"
  package static let subject: Phrase = "Packets by source address"
  package static let absence: Phrase = "No IP addresses in the capture"

  private let hosts: [Host]
  package let bars: BarList
  private let packets: Double

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let hosts = Array(snapshot.topSources.prefix { $0.packetsSent > 0 }.prefix(options.top))
    guard !hosts.isEmpty else { return nil }
    // Packets without an IP address have no source here, but count in the whole.
    let sent = hosts.reduce(0) { $0 + Double($1.packetsSent) }
    let packets = max(Double(snapshot.capture.packets), sent)
    self.hosts = hosts
    self.packets = packets
    let rows = hosts.map { host in
      let count = Numbers.count(host.packetsSent)
      let share = Numbers.percent(Double(host.packetsSent), of: packets)
      return BarList.Row(
        label: ["\(host.address)"], parts: [Double(host.packetsSent)],
        value: "\(count) (\(share))",
        hint: "\(host.address): \(Numbers.count(host.packetsSent, "packet")), \(share)")
    }
    bars = BarList(rows: rows)
  }

  package var title: Phrase {
    let share = Numbers.percent(Double(hosts[0].packetsSent), of: packets)
    guard Prominence.isProminent(Double(hosts[0].packetsSent), of: packets) else {
      return "No host stands out: the busiest sent \(share) of all packets"
    }
    return "\(hosts[0].address) sent \(share) of all packets"
  }

  package var subtitle: Phrase {
    hosts.count == 1
      ? Self.subject : "\(Self.subject), the \(hosts.count) largest"
  }

  package var table: ChartTable {
    let rows = hosts.map { host in
      [
        host.address.description, Numbers.count(host.packetsSent),
        Numbers.percent(Double(host.packetsSent), of: packets),
        Numbers.bytes(host.bytesSent),
      ]
    }
    return ChartTable(headers: ["Address", "Packets", "Share", "Bytes"], rows: rows)
  }
}
