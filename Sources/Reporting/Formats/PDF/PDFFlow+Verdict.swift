import Charts
import Findings

extension PDFFlow {
  /// What has been found, for those who read no further: how many, how bad, and the worst.
  mutating func verdict(_ judgement: Judgement) {
    guard let worst = judgement.findings.max(by: { $0.severity < $1.severity }),
      let counts = FindingWords.counts(judgement)
    else { return }
    let first = judgement.findings.first { $0.severity == worst.severity } ?? worst
    let text: InlineText = "\(strong: "\(Self.sign(worst.severity)) \(counts)"). \(first.title)."
    switch worst.severity {
    case .note: strip(text, color: theme.note, paper: PDFStyle.plainPaper)
    case .warning: strip(text, color: PDFStyle.warning, paper: PDFStyle.warningPaper)
    case .error: strip(text, color: theme.error, paper: PDFStyle.errorPaper)
    }
  }

  private static func sign(_ severity: Severity) -> Character {
    FindingWords.name(severity).first ?? "○"
  }
}
