import Findings
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Lays a comparison out as a document.
struct ComparisonLayout {
  private let comparison: Comparison
  private let options: ReportOptions
  private let base: SideWords
  private let new: SideWords

  init(_ comparison: Comparison, options: ReportOptions) {
    self.comparison = comparison
    self.options = options
    base = SideWords(comparison.base, role: "Base", options: options)
    new = SideWords(comparison.new, role: "New", options: options)
  }

  var document: ReportDocument {
    ReportDocument(
      title: title,
      captureName: base.name, subtitle: "\(base.span); \(new.span)",
      sections: [summary, sideBySide] + categories + [coverage], skipped: []
    ).branded(options.branding).said(in: options.language)
  }

  private var title: Phrase {
    let title = options.title.map(Phrase.init(verbatim:)) ?? "\(base.name) and \(new.name)"
    return title.changed { SafeText.visible($0, limit: 120) }
  }

  // MARK: Summary

  private var summary: ReportDocument.Section {
    ReportDocument.Section(
      id: "summary", title: "Summary",
      blocks: [.lead(sentence), .keyFigures(keyFigures)] + base.warnings + new.warnings)
  }

  private var sentence: InlineText {
    guard !comparison.isSame else {
      return "Nothing is different between \(mono: base.name) and \(mono: new.name) beyond noise."
    }
    let counts = ChangeCategory.allCases.compactMap { category -> Phrase? in
      let count = comparison.changes(in: category).count
      return count > 0 ? "\(category.title) \(Words.count(count))" : nil
    }
    let total = Words.counted(UInt64(comparison.changes.count), "change")
    return """
      \(total) from \(mono: base.name) to \(mono: new.name): \(counts.joined(separator: ", ")).
      """
  }

  private var keyFigures: [KeyFigure] {
    let counts = Change.Kind.allCases.map { kind in
      KeyFigure(ChangeTable.name(kind), Words.count(comparison.count(kind)))
    }
    return counts + [base.packets, new.packets, findings]
  }

  private var findings: KeyFigure {
    let changes = comparison.changes(in: .findings)
    let new = changes.count { $0.kind == .new }
    return KeyFigure(
      "New findings", new == 0 ? "none" : "\(Words.count(new))",
      detail: changes.count > new
        ? "\(Words.count(changes.count - new)) gone or changed" : nil)
  }

  // MARK: Side by side

  private var sideBySide: ReportDocument.Section {
    var table = ReportTable(
      id: "side-by-side-table", caption: "Both captures in numbers",
      columns: [.text("Measure"), .number("Base"), .number("New")])
    table.rows = zip(base.measures, new.measures)
      .filter { $0.value != "–" || $1.value != "–" }
      .map { mine, others in
        [ReportTable.Cell(mine.name), ReportTable.Cell(mine.value), ReportTable.Cell(others.value)]
      }
    return ReportDocument.Section(
      id: "side-by-side", title: "Side by side", blocks: [.lead(volumes), .table(table)])
  }

  private var volumes: InlineText {
    switch comparison.volumeBasis {
    case .totals: "Both captures last about as long, so that their volumes are compared in all."
    case .rates:
      "One capture lasts longer than the other, so that volumes are compared by the second."
    case .none:
      "One capture lasts less than a second, and the other longer: volumes are not compared."
    }
  }

  // MARK: Changes

  private var categories: [ReportDocument.Section] {
    ChangeCategory.allCases.compactMap { category in
      let changes = comparison.changes(in: category)
      guard !changes.isEmpty else { return nil }
      return ReportDocument.Section(
        id: "changes-\(category.rawValue)", title: category.title,
        blocks: [
          .lead(Self.lead(changes)),
          .table(ChangeTable.table(changes, of: category, top: options.top)),
        ])
    }
  }

  /// "3 changes: 2 new, 1 gone."
  private static func lead(_ changes: [Change]) -> InlineText {
    let kinds = Change.Kind.allCases.compactMap { kind in
      Words.part(changes.count { $0.kind == kind }, ChangeTable.word(kind), of: changes.count)
    }
    return "\(Words.counted(UInt64(changes.count), "change")): \(kinds.joined(separator: ", "))."
  }

  /// What was held against each other without a change, what is not told, and by which bounds.
  private var coverage: ReportDocument.Section {
    let same = ChangeCategory.allCases.filter { comparison.changes(in: $0).isEmpty }
    let names = same.map { $0.title }.joined(separator: ", ")
    var blocks: [ReportBlock] = [
      .lead(same.isEmpty ? "There are changes of every kind." : "No change: \(names).")
    ]
    if !comparison.omissions.isEmpty {
      blocks.append(.paragraph("Left out as noise:"))
      blocks.append(
        .list(comparison.omissions.map { "\(Words.count($0.count)) \($0.reason.text)" }))
    }
    for side in [base, new] { blocks += side.cut }
    return ReportDocument.Section(
      id: "coverage", title: "What is compared", blocks: blocks + [.note(bounds)])
  }

  private var bounds: InlineText {
    let bounds = comparison.settings
    let (volume, latency) = (bounds.volumeFactor, bounds.latencyFactor)
    return """
      Told are volumes that differ by a factor of \(Self.number(volume)) and \
      \(Words.bytes(UInt64(bounds.volumeBytes))); latencies by a factor of \
      \(Self.number(latency)) and \(Self.number(bounds.latencyMilliseconds)) ms over at least \
      \(Words.count(bounds.latencySamples)) samples each; losses by \
      \(Self.number(bounds.lossPoints)) percentage point and \(Self.number(bounds.lossCount)) \
      packets or messages. Times of day and ports of clients are not compared.
      """
  }

  private static func number(_ value: Double) -> String { ChangeTable.decimal(value) }
}
