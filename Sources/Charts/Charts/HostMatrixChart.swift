internal import PacketDecoding
package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Who sent how much to whom.
package struct HostMatrixChart: Chart {
  package static let id: String = "host-matrix"
  package static let subject: Phrase = "Bytes from each host (row) to each host (column)"
  package static let absence: Phrase = "Fewer than three hosts spoke with one another"
  package static let isShownEmpty = false
  private static let limit = 20
  /// Shades, so few that one tells them apart.
  private static let shades = 6

  private let hosts: [String]
  /// Bytes by sender and receiver.
  private let cells: [[Double]]
  private let most: (from: Int, to: Int)
  /// How many conversations it is made from, where that is not all of them.
  private let counted: Int?

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    var totals: [IPAddress: Double] = [:]
    let rows = snapshot.conversations.rows
    for row in rows where row.client != row.server {
      let bytes = Double(row.bytesToServer) + Double(row.bytesToClient)
      totals[row.client, default: 0] += bytes
      totals[row.server, default: 0] += bytes
    }
    let ranked = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.limit)
    guard ranked.count > 2 else { return nil }
    let places = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1.key, $0) })
    var cells = [[Double]](
      repeating: [Double](repeating: 0, count: ranked.count), count: ranked.count)
    for row in rows where row.client != row.server {
      guard let client = places[row.client], let server = places[row.server] else { continue }
      cells[client][server] += Double(row.bytesToServer)
      cells[server][client] += Double(row.bytesToClient)
    }
    let all = cells.indices.flatMap { row in cells.indices.map { (from: row, to: $0) } }
    let most = all.max { cells[$0.from][$0.to] < cells[$1.from][$1.to] }
    guard let most, cells[most.from][most.to] > 0 else { return nil }
    self.most = most
    self.cells = cells
    hosts = ranked.map { $0.key.description }
    counted = rows.count < snapshot.conversations.total ? rows.count : nil
  }

  package var title: Phrase {
    let bytes = Numbers.bytes(cells[most.from][most.to])
    return "Most went from \(hosts[most.from]) to \(hosts[most.to]): \(bytes)"
  }

  package var subtitle: Phrase {
    let shown = hosts.count == Self.limit ? ", the \(hosts.count) hosts with most" : ""
    let source: Phrase =
      counted.map { count -> Phrase in ", of the \(Numbers.count(count)) largest conversations" }
      ?? ""
    return "\(Self.subject)\(shown)\(source)"
  }

  /// The pairs with traffic, most first.
  private var pairs: [(from: Int, to: Int, bytes: Double)] {
    let all = cells.indices.flatMap { from in
      cells.indices.map { (from: from, to: $0, bytes: cells[from][$0]) }
    }
    return all.filter { $0.bytes > 0 }.sorted { left, right in
      left.bytes != right.bytes
        ? left.bytes > right.bytes : (left.from, left.to) < (right.from, right.to)
    }
  }

  package var alternativeText: Phrase {
    let parts = pairs.dropFirst().prefix(4).map { pair -> Phrase in
      "\(hosts[pair.from]) to \(hosts[pair.to]) \(Numbers.bytes(pair.bytes))"
    }
    let rest = parts.isEmpty ? "" : " Then \(parts.joined(separator: ", "))."
    return "\(title). \(subtitle).\(rest)"
  }

  package var size: Size { Size(1120, Double(hosts.count) * 22 + 24) }

  package var table: ChartTable {
    ChartTable(
      headers: ["From", "To", "Bytes"],
      rows: pairs.map { [hosts[$0.from], hosts[$0.to], Numbers.bytes($0.bytes)] },
      firstNumericColumn: 2)
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let grid = grid(in: area, theme)
    for row in hosts.indices {
      let y = grid.cell(row, 0).midY
      canvas.text(
        "\(row + 1)", at: Point(area.minX + grid.number, y), theme.noteStyle.aligned(.end, .middle))
      canvas.text(
        hosts[row], at: Point(area.minX + grid.number + 8, y),
        theme.codeStyle.aligned(.start, .middle),
        fit: .middleEllipsized(width: max(0, grid.labels - grid.number - 8)))
      canvas.text(
        "\(row + 1)", at: Point(grid.cell(0, row).midX, area.minY + theme.type.note * 0.7),
        theme.noteStyle.aligned(.middle, .middle))
      for column in hosts.indices { draw(row, column, on: &canvas, grid, theme) }
    }
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    let grid = grid(in: area, theme)
    return pairs.prefix(240).map { pair in
      Hotspot(
        grid.cell(pair.from, pair.to),
        title: "\(hosts[pair.from]) to \(hosts[pair.to]): \(Numbers.bytes(pair.bytes))")
    }
  }

  private func draw(
    _ row: Int, _ column: Int, on canvas: inout some Canvas & ~Copyable, _ grid: Grid,
    _ theme: Theme
  ) {
    let cell = grid.cell(row, column)
    let inner = cell.inset(top: 0.5, left: 0.5, bottom: 0.5, right: 0.5)
    let bytes = cells[row][column]
    guard bytes > 0 else {
      return canvas.fill(inner, theme.grid.opacity(row == column ? 0.9 : 0.35))
    }
    let color = theme.background.mixed(with: theme.accent, share: shade(bytes))
    canvas.fill(inner, color)
    // The unit is in the subtitle.
    let text = Numbers.compact(bytes).filter { $0 != " " }
    guard theme.noteStyle.width(of: text) + 4 <= inner.width else { return }
    let style = theme.noteStyle.colored(theme.inkOn(color)).aligned(.middle, .middle)
    canvas.text(text, at: Point(cell.midX, cell.midY), style)
  }

  /// Each shade is for a tenth of the bytes of the next darker one.
  private func shade(_ bytes: Double) -> Double {
    var step = 0
    var bound = cells[most.from][most.to] / 3
    while step < Self.shades - 1, bytes < bound {
      step += 1
      bound /= 10
    }
    return 1 - Double(step) / Double(Self.shades) * 0.98
  }

  private struct Grid {
    var area: Rect
    var labels: Double
    /// The room of a row's number.
    var number: Double
    var width: Double
    var height: Double

    func cell(_ row: Int, _ column: Int) -> Rect {
      Rect(
        x: area.minX + Double(column) * width, y: area.minY + Double(row) * height, width: width,
        height: height)
    }
  }

  private func grid(in area: Rect, _ theme: Theme) -> Grid {
    let number = theme.noteStyle.width(of: "\(hosts.count)")
    let names = hosts.map { theme.codeStyle.width(of: $0) }.max() ?? 0
    let labels = min(number + 8 + names, area.width * 0.34)
    let inner = area.inset(top: theme.type.note * 1.5, left: labels + 10)
    let count = Double(hosts.count)
    return Grid(
      area: inner, labels: labels, number: number,
      width: min(inner.width / count, theme.type.note * 9),
      height: min(inner.height / count, theme.type.note * 2.2))
  }
}
