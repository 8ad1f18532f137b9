import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How the report was made, what it leaves out, and what its words mean.
struct AppendixSection: ReportSection {
  static let id: String = "appendix"
  static let title: Phrase = "Appendix"

  private let context: ReportContext
  private let sections: [ReportDocument.Section]
  private let skipped: [ReportDocument.Skipped]

  init(_ context: ReportContext) throws(SectionSkipped) {
    self.init(context, sections: [], skipped: [])
  }

  init(
    _ context: ReportContext, sections: [ReportDocument.Section],
    skipped: [ReportDocument.Skipped]
  ) {
    self.context = context
    self.sections = sections
    self.skipped = skipped
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    if !context.options.settings.isEmpty {
      blocks += [.heading("Options", anchor: "options"), .facts(settings)]
    }
    if !skipped.isEmpty {
      blocks += [.heading("Left out", anchor: "left-out"), .facts(reasons)]
    }
    return blocks + glossary
  }

  private var lead: InlineText {
    let made: InlineText = "Made by Packetpress \(context.options.version) from the packets alone"
    guard !skipped.isEmpty else { return made + "." }
    return made
      + (skipped.count == 1
        ? "; 1 section is left out." : "; \(Words.count(skipped.count)) sections are left out.")
  }

  private var settings: [ReportBlock.Fact] {
    context.options.settings.map { .init("\($0.name)", "\(mono: $0.value)") }
  }

  private var reasons: [ReportBlock.Fact] { skipped.map { .init($0.title, "\($0.reason)") } }

  /// Only the terms that the report uses.
  private var glossary: [ReportBlock] {
    let entries = Glossary.standard.entries(in: sections)
    guard !entries.isEmpty else { return [] }
    return [
      .heading("Glossary", anchor: "glossary"),
      .facts(entries.map { .init($0.term, InlineText($0.text)) }),
    ]
  }
}
