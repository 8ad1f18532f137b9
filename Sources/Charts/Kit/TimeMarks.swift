import CaptureFormats
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The marks of one diagram over time.
struct TimeMarks: Sendable {
  /// Rows of labels above a diagram, at most.
  private static let lanes = 3
  /// Marks named in the alternative text.
  private static let named = 8

  private struct Mark {
    var time: Timestamp
    var label: Phrase
    var tone: Tone
    /// How many say the same.
    var count = 1

    var text: Phrase { count > 1 ? "\(label) (\(count))" : label }
  }

  /// The worst first, then by time.
  private let marks: [Mark]
  /// What is true of the capture as a whole.
  private let remarks: [Phrase]
  private let clock: BinClock

  /// Those whose time is within the bins.
  init(_ marks: [TimeMark], _ clock: BinClock) {
    let end = clock.bins.time(clock.bins.count)
    self.clock = clock
    remarks = marks.filter { $0.time == nil }.map(\.label)
    let timed = marks.compactMap { mark -> Mark? in
      guard let time = mark.time, time >= clock.bins.start, time <= end else { return nil }
      return Mark(time: time, label: mark.label, tone: mark.tone)
    }
    self.marks = Self.joined(timed, clock.bins).sorted { left, right in
      let ranks = (Self.rank(left.tone), Self.rank(right.tone))
      return (ranks.0, left.time, left.label.text) < (ranks.1, right.time, right.label.text)
    }
  }

  /// Marks that say the same of nearly the same time are one.
  private static func joined(_ marks: [Mark], _ bins: TimeBins) -> [Mark] {
    let near = bins.nanoseconds * Int128(bins.count) / 40
    var joined: [Mark] = []
    for mark in marks.sorted(by: { ($0.time, $0.label.text) < ($1.time, $1.label.text) }) {
      let place = joined.lastIndex {
        $0.label == mark.label && $0.tone == mark.tone
          && Int128(mark.time.nanoseconds) - Int128($0.time.nanoseconds) < near
      }
      if let place { joined[place].count += 1 } else { joined.append(mark) }
    }
    return joined
  }

  /// Where lines go down.
  var times: [Timestamp] { marks.map(\.time) }

  /// What to make a figure higher by.
  var height: Double {
    marks.isEmpty ? 0 : Double(min(marks.count, Self.lanes)) * TypeScale.screen.note * 1.5
  }

  /// For the end of a subtitle: "; 12 packets dropped"; empty without such a remark.
  var remark: Phrase { remarks.map { remark -> Phrase in "; \(remark)" }.joined() }

  /// For the end of an alternative text; empty without marks.
  var sentence: Phrase {
    guard !marks.isEmpty else { return "" }
    let inOrder = marks.prefix(Self.named).sorted { $0.time < $1.time }
    var parts = inOrder.map { mark -> Phrase in
      "\(mark.text), \(Self.word(mark.tone)), \(clock.phrase(mark.time))"
    }
    let rest = marks.count - parts.count
    if rest > 0 { parts.append("\(rest) more") }
    return " Marked: \(parts.joined(separator: "; "))."
  }

  /// The labels with room above a diagram whose times are at `x`.
  func layout(in area: Rect, theme: Theme, x: (Timestamp) -> Double) -> LabelLanes {
    let pitch = Self.pitch(theme)
    let lanes = min(Self.lanes, Int(area.height / 4 / pitch))
    let labels = marks.map { mark in
      LabelLanes.Label(x: x(mark.time), width: theme.noteStyle.width(of: theme.say(mark.text)))
    }
    return LabelLanes(
      labels, from: area.minX, to: area.maxX, lanes: lanes, gap: theme.type.note * 0.7)
  }

  func height(of layout: LabelLanes, theme: Theme) -> Double {
    layout.count == 0 ? 0 : Double(layout.count) * Self.pitch(theme) + theme.type.note * 0.5
  }

  /// Draws the marks over `plot`, and their labels above it from `top` on.
  func draw(
    on canvas: inout some Canvas & ~Copyable, _ layout: LabelLanes, top: Double, over plot: Rect,
    theme: Theme, x: (Timestamp) -> Double
  ) {
    for (mark, place) in zip(marks, layout.places) {
      let x = x(mark.time)
      let color = theme.color(mark.tone)
      let y = place.map { top + (Double($0.lane) + 0.5) * Self.pitch(theme) } ?? plot.minY
      canvas.line(
        from: Point(x, y), to: Point(x, plot.maxY), color.opacity(0.75),
        LineStyle(0.75, dash: [2, 2]))
      Self.draw(mark.tone, at: Point(x, y), on: &canvas, color, size: theme.type.note * 0.36)
      guard let place else { continue }
      let gap = theme.type.note * 0.7
      let style = theme.noteStyle.colored(theme.ink)
      canvas.text(
        theme.say(mark.text), at: Point(place.isBefore ? x - gap : x + gap, y),
        style.aligned(place.isBefore ? .end : .start, .middle))
    }
  }

  private static func pitch(_ theme: Theme) -> Double { theme.type.note * 1.5 }

  private static func rank(_ tone: Tone) -> Int {
    switch tone {
    case .error: 0
    case .warning: 1
    default: 2
    }
  }

  private static func word(_ tone: Tone) -> Phrase {
    switch tone {
    case .error: "error"
    case .warning: "warning"
    default: "note"
    }
  }

  /// The sign of a severity, so that colour is not all that tells: a cross, a triangle or a dot.
  private static func draw(
    _ tone: Tone, at center: Point, on canvas: inout some Canvas & ~Copyable, _ color: Color,
    size: Double
  ) {
    let (x, y) = (center.x, center.y)
    switch tone {
    case .error:
      let line = LineStyle(size * 0.5)
      canvas.line(from: Point(x - size, y - size), to: Point(x + size, y + size), color, line)
      canvas.line(from: Point(x - size, y + size), to: Point(x + size, y - size), color, line)
    case .warning:
      let (top, bottom) = (Point(x, y - size * 1.1), y + size)
      canvas.fill(
        Path(polygon: [top, Point(x + size * 1.2, bottom), Point(x - size * 1.2, bottom)]), color)
    default: canvas.fill(Path(circleAt: center, radius: size), color)
    }
  }
}
