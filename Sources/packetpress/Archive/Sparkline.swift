import Charts

/// The course of a capture's bit rate, small enough for a row of a table.
struct Sparkline {
  private static let width = 160.0
  private static let height = 28.0

  private let values: [UInt64]
  private let peak: UInt64

  init(_ record: SnapshotRecord) {
    values = record.sparkline
    peak = values.max() ?? 0
  }

  /// Without any style of its own but attributes; a dash where there is no course to show.
  var svg: String {
    guard peak > 0, values.count > 1 else { return "–" }
    let line = points.joined(separator: " ")
    let (width, height) = (Self.text(Self.width), Self.text(Self.height))
    return """
      <svg class="spark" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      preserveAspectRatio="none" role="img"><title>\(title)</title>\
      <polygon points="0,\(height) \(line) \(width),\(height)" fill="currentColor" \
      fill-opacity="0.16"></polygon><polyline points="\(line)" fill="none" stroke="currentColor" \
      stroke-width="1.25" stroke-linejoin="round" vector-effect="non-scaling-stroke"></polyline></svg>
      """
  }

  private var title: String {
    let average = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
    return "\(Numbers.bitRate(average)) on average; the curve goes up to "
      + Numbers.bitRate(Double(peak))
  }

  /// From edge to edge.
  private var points: [String] {
    let step = Self.width / Double(values.count - 1)
    return values.enumerated().map { index, value in
      // Room for half the line above the highest value.
      let top = 1 + (Self.height - 2) * (1 - Double(value) / Double(peak))
      return "\(Self.text(Double(index) * step)),\(Self.text(top))"
    }
  }

  /// With one decimal, as no locale writes it otherwise.
  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
