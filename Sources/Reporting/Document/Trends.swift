import CaptureFormats
import Charts
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What rows of tables draw over time; nothing where there is no course of time.
struct Trends {
  private let context: ReportContext
  private let bins: TimeBins?

  init(_ context: ReportContext) {
    self.context = context
    bins = TimeBins(context.snapshot.timeline, maximum: Sparkline.columnLimit)
      .flatMap { $0.count > 1 ? $0 : nil }
  }

  /// A column for each of the trends, if there are any, for tables that lay theirs out first.
  static func columns(_ trends: [ReportTable.Cell]?, _ title: Phrase) -> [ReportTable.Column] {
    trends == nil ? [] : [.trend(title)]
  }

  // MARK: Bytes

  /// Values that belong to the bins of the timeline, nil without a course of time.
  func cell(of values: [UInt64]) -> ReportTable.Cell? { bins.map { cell($0.sums(values), $0) } }

  /// Bytes of protocols, by their names, in the bins of the timeline.
  func bytes(of names: Set<String>) -> [UInt64] {
    let timeline = context.snapshot.timeline
    var sums = [UInt64](repeating: 0, count: timeline.packets.count)
    for series in timeline.byProtocol where names.contains(series.name) {
      for (bin, bytes) in series.bytes.prefix(sums.count).enumerated() {
        sums[bin] = sums[bin].clampedSum(bytes)
      }
    }
    return sums
  }

  // MARK: Conversations

  /// How many conversations of each were open over time, for rows that are named by `keys`.
  ///
  /// Of the conversations that the snapshot has one by one, which are the largest.
  func open<Key: Hashable>(
    _ rows: [Key], by keys: (Conversation) -> [Key]
  ) -> [ReportTable.Cell]? {
    guard let bins else { return nil }
    let none = [Double](repeating: 0, count: bins.count)
    var counts = Dictionary(rows.map { ($0, none) }) { first, _ in first }
    for conversation in context.snapshot.conversations.rows {
      let wanted = keys(conversation).filter { counts[$0] != nil }
      guard !wanted.isEmpty else { continue }
      let range = range(of: conversation, in: bins)
      for key in Set(wanted) {
        for bin in range { counts[key]?[bin] += 1 }
      }
    }
    return rows.map { cell(counts[$0] ?? none, bins) }
  }

  private func range(of conversation: Conversation, in bins: TimeBins) -> ClosedRange<Int> {
    let start = Int128(conversation.start.nanoseconds) - Int128(bins.start.nanoseconds)
    let end = start + Int128(max(0, conversation.durationNanoseconds))
    let places = [start, end].map { moment in
      Int(min(max(moment / bins.nanoseconds, 0), Int128(bins.count - 1)))
    }
    return places[0]...places[1]
  }

  private func cell(_ values: [Double], _ bins: TimeBins) -> ReportTable.Cell {
    let peak = values.indices.max { values[$0] < values[$1] } ?? 0
    let first = values.firstIndex(of: values[peak]) ?? peak
    let moment = BinClock(bins: bins, clock: context.options.clock).phrase(first)
    return ReportTable.Cell(Sparkline(values), explanation: "Over time: most \(moment)")
  }
}
