internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Counts by name as bars with their shares, and as a table.
struct TallyBars: Sendable {
  struct Entry: Sendable {
    var label: Phrase
    var count: UInt64
    var tone: Tone

    /// `label` may hold text from packets.
    init(_ label: Phrase, _ count: UInt64, tone: Tone = .accent) {
      self.label = label.changed { PlainText($0, maximumLength: 60).string }
      self.count = count
      self.tone = tone
    }
  }

  let entries: [Entry]
  let total: Double
  let bars: BarList
  let table: ChartTable

  /// In the order given, those beyond `top` together; nil without any count. `head` names the labels,
  /// `noun` what is counted.
  init?(_ all: [Entry], top: Int, head: Phrase, noun: String, plural: Phrase) {
    var entries = all.filter { $0.count > 0 }
    let total = entries.reduce(0) { $0 + Double($1.count) }
    guard total > 0 else { return nil }
    if entries.count > top {
      let rest = entries[(top - 1)...]
      let sum = rest.reduce(0 as UInt64) { $0.saturatingAdd($1.count) }
      entries = entries.prefix(top - 1) + [Entry("\(rest.count) others", sum, tone: .other)]
    }
    self.entries = entries
    self.total = total
    let share = { (entry: Entry) in Numbers.percent(Double(entry.count), of: total) }
    let rows = entries.map { entry in
      BarList.Row(
        label: [entry.label], parts: [Double(entry.count)],
        value: "\(Numbers.count(entry.count)) (\(share(entry)))",
        hint: "\(entry.label): \(Numbers.count(entry.count, noun)), \(share(entry))",
        tones: [entry.tone])
    }
    bars = BarList(rows: rows, isMono: false)
    table = ChartTable(
      headers: [head, plural, "Share"],
      rows: entries.map { ["\($0.label)", "\(Numbers.count($0.count))", "\(share($0))"] })
  }

  func share(_ entry: Entry) -> String { Numbers.percent(Double(entry.count), of: total) }

  /// "NOERROR 91.2 %, NXDOMAIN 8.8 %".
  var words: Phrase {
    entries.prefix(12).map { entry -> Phrase in "\(entry.label) \(share(entry))" }.joined(
      separator: ", ")
  }
}
