package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How bytes are shared out among protocols.
package struct ProtocolChart: Chart {
  package static let id: String = "protocols"
  package static let subject: Phrase = "Bytes on the wire by protocol"
  package static let absence: Phrase = "No packet was decoded"

  private struct Slice {
    var label: Phrase
    /// The place in the palette, nil for "Other".
    var slot: Int?
    var packets: Double
    var bytes: Double
  }

  /// Largest first, "Other" last.
  private let slices: [Slice]
  private let total: Double
  private let protocols: Int

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let shares = ProtocolShare.shares(of: snapshot.protocols)
    let colors = ProtocolColors(shares)
    let own = shares.prefix(shares.count <= 8 ? 8 : 7)
    var slices = own.map { share in
      Slice(
        label: "\(share.label)", slot: colors.slot(share.key), packets: Double(share.packets),
        bytes: Double(share.bytes))
    }
    let rest = shares.dropFirst(own.count)
    if !rest.isEmpty {
      let bytes = rest.reduce(0) { $0 + Double($1.bytes) }
      let packets = rest.reduce(0) { $0 + Double($1.packets) }
      let label = "Other (\(rest.count) protocols)"
      slices.append(Slice(label: label, slot: nil, packets: packets, bytes: bytes))
    }
    self.slices = slices
    total = slices.reduce(0) { $0 + $1.bytes }
    protocols = shares.count
    guard total > 0 else { return nil }
  }

  package var title: Phrase {
    guard protocols > 1 else { return "Everything is \(slices[0].label)" }
    return "\(slices[0].label) carries \(share(slices[0])) of \(Numbers.bytes(total))"
  }

  package var subtitle: Phrase {
    "Bytes on the wire by the deepest protocol of each packet"
  }

  package var alternativeText: Phrase {
    let parts = slices.map { slice -> Phrase in "\(slice.label) \(share(slice))" }.joined(
      separator: ", ")
    return "\(title). \(subtitle): \(parts)."
  }

  package var table: ChartTable {
    ChartTable(
      headers: ["Protocol", "Share", "Bytes", "Packets"],
      rows: slices.map { slice in
        ["\(slice.label)"] + numbers(slice).map { "\($0)" }
      })
  }

  private func share(_ slice: Slice) -> String { Numbers.percent(slice.bytes, of: total) }

  private func numbers(_ slice: Slice) -> [String] {
    [share(slice), Numbers.bytes(slice.bytes), Numbers.whole(slice.packets)]
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let donut = donut(in: area)
    for (slice, ring) in zip(slices, donut.slices(slices.map(\.bytes))) {
      canvas.fill(ring.path, theme.color(slice.slot))
    }
    donut.drawSeams(slices.map(\.bytes), on: &canvas, theme.background)
    let style = theme.titleStyle.aligned(.middle, .middle)
    let below = Point(donut.center.x, donut.center.y + theme.type.title * 1.15)
    canvas.text(Numbers.bytes(total), at: donut.center, style)
    canvas.text(theme.say("in all"), at: below, theme.noteStyle.aligned(.middle, .middle))
    drawList(on: &canvas, in: list(in: area), theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    zip(slices, donut(in: area).slices(slices.map(\.bytes))).map { slice, ring in
      let packets: Phrase =
        slice.packets == 1 ? "1 packet" : "\(Numbers.whole(slice.packets)) packets"
      let words = "\(share(slice)), \(Numbers.bytes(slice.bytes)), \(packets)"
      return Hotspot(ring.polygon, title: "\(slice.label): \(words)")
    }
  }

  private func donut(in area: Rect) -> Donut {
    let diameter = min(area.height, area.width * 0.36)
    return Donut(
      center: Point(area.minX + area.width * 0.2, area.midY), radius: diameter / 2 - 2)
  }

  private func list(in area: Rect) -> Rect { area.inset(left: area.width * 0.42) }

  private func drawList(
    on canvas: inout some Canvas & ~Copyable, in area: Rect, _ theme: Theme
  ) {
    let pitch = min(theme.type.label * 2.2, area.height / Double(slices.count + 1))
    let heads = ["", "Share", "Bytes", "Packets"].map(theme.say)
    let rows = [heads] + slices.map { [theme.say($0.label)] + numbers($0) }
    let top = area.midY - pitch * Double(rows.count) / 2
    let columns = [0.52, 0.76, 1].map { area.minX + area.width * $0 }
    for (index, row) in rows.enumerated() {
      let y = top + pitch * (Double(index) + 0.5)
      let style = index == 0 ? theme.noteStyle : theme.labelStyle
      for (text, x) in zip(row.dropFirst(), columns) {
        canvas.text(text, at: Point(x, y), style.aligned(.end, .middle))
      }
      guard index > 0 else { continue }
      let size = theme.type.note * 0.9
      let swatch = Rect(x: area.minX, y: y - size / 2, width: size, height: size)
      canvas.fill(swatch, theme.color(slices[index - 1].slot))
      let room = TextFit.ellipsized(width: area.width * 0.36)
      let start = Point(area.minX + size * 1.8, y)
      canvas.text(row[0], at: start, style.aligned(.start, .middle), fit: room)
      let rule = y - pitch / 2
      canvas.line(from: Point(area.minX, rule), to: Point(area.maxX, rule), theme.grid)
    }
  }
}
