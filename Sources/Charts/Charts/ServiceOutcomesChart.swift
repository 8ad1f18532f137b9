package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Conversations that came about against those that failed, by service.
package struct ServiceOutcomesChart: Chart {
  package static let id: String = "service-outcomes"
  package static let subject: Phrase = "Conversations by server port, failed and established"
  package static let absence: Phrase = "No TCP, UDP or SCTP ports in the capture"
  package static let isShownEmpty = false

  private struct Row {
    var name: Phrase
    var conversations: UInt64
    var established: UInt64
    var failed: UInt64

    init(_ name: Phrase, _ services: some Sequence<Service>) {
      self.name = name
      (conversations, established, failed) = services.reduce((0, 0, 0)) { sums, service in
        (
          sums.0.saturatingAdd(service.conversations), sums.1.saturatingAdd(service.established),
          sums.2.saturatingAdd(service.failed)
        )
      }
    }
  }

  private let rows: [Row]
  private let all: Row
  /// The service with most failures, and how many have any.
  private let worst: Row
  private let failing: Int
  private let bars: DivergingBars

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let known = snapshot.services.rows.filter { $0.established > 0 || $0.failed > 0 }
    // Rows come by bytes, of which failures have few.
    let sorted = known.sorted { left, right in
      left.conversations != right.conversations
        ? left.conversations > right.conversations
        : (left.port, left.transport) < (right.port, right.transport)
    }
    guard let worst = sorted.max(by: { $0.failed < $1.failed }) else { return nil }
    let own = Self.own(sorted, top: options.top)
    var rows = own.map { Row(Phrase(verbatim: Self.name($0)), [$0]) }
    let rest = sorted.dropFirst(own.count)
    if !rest.isEmpty {
      rows.append(Row(own.isEmpty ? "\(rest.count) ports" : "\(rest.count) other ports", rest))
    }
    self.rows = rows
    self.worst = Row(Phrase(verbatim: Self.name(worst)), [worst])
    all = Row("", known)
    failing = known.count { $0.failed > 0 }
    bars = DivergingBars(
      left: .init(head: "failed", tone: .error), right: .init(head: "established", tone: .accent),
      rows: rows.map { row in
        let (bad, good) = (Numbers.count(row.failed), Numbers.count(row.established))
        return DivergingBars.Row(
          label: row.name, left: Double(row.failed), right: Double(row.established),
          leftText: bad, rightText: good,
          hint: "\(row.name): \(bad) failed, \(good) established")
      }, isMono: false)
  }

  /// Those with a row of their own. Of a scan each port has a few conversations; together they tell more.
  private static func own(_ services: [Service], top: Int) -> ArraySlice<Service> {
    guard services.count > top else { return services[...] }
    return services.prefix(max(1, top - 1)).prefix {
      $0.conversations > max(3, services[0].conversations / 20)
    }
  }

  /// "tcp/443 (tls)".
  private static func name(_ service: Service) -> String {
    let port: String = "\(service.transport.lowercased())/\(service.port)"
    let name: String = service.application.map { "\(port) (\($0))" } ?? port
    return PlainText(name, maximumLength: 60).string
  }

  package var title: Phrase {
    guard all.failed > 0 else { return "No conversation failed" }
    let share = "\(Numbers.percent(all.failed, of: all.conversations)) of conversations failed"
    if failing == 1 { return "\(share), all of them on \(worst.name)" }
    // A worst one among many that are nearly as bad tells nothing.
    return worst.failed == 1 || Double(worst.failed) < Double(all.failed) / 4
      ? "\(share), on \(Numbers.count(failing)) ports"
      : "\(share), most on \(worst.name): \(Numbers.count(worst.failed))"
  }

  package var subtitle: Phrase {
    "\(Self.subject); failed is refused, given up or unanswered"
  }

  package var size: Size { Size(1120, bars.height) }

  package var table: ChartTable {
    ChartTable(
      headers: ["Service", "Conversations", "Established", "Failed", "Share failed"],
      rows: rows.map { row in
        [
          "\(row.name)", "\(Numbers.count(row.conversations))",
          "\(Numbers.count(row.established))", "\(Numbers.count(row.failed))",
          "\(Numbers.percent(row.failed, of: row.conversations))",
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
