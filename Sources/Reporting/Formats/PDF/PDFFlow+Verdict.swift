import Charts
import Findings

extension PDFFlow {
  /// What the report comes to, in the colour of the worst.
  mutating func verdict(_ verdict: VerdictStrip) {
    let text = verdict.signed
    switch verdict.severity {
    case nil, .note: strip(text, color: theme.note, paper: PDFStyle.plainPaper)
    case .warning: strip(text, color: PDFStyle.warning, paper: PDFStyle.warningPaper)
    case .error: strip(text, color: theme.error, paper: PDFStyle.errorPaper)
    }
  }
}
