import Findings
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

extension Judgement {
  /// The first of those that are as bad as any.
  var worstFinding: Finding? { findings.first { $0.severity == worst } }
}

/// How findings are told to people.
enum FindingWords {
  /// "2 errors, 1 warning"; nil without any.
  static func counts(_ judgement: Judgement) -> Phrase? {
    let parts = Severity.allCases.reversed().compactMap { severity in
      let count = judgement.count(severity)
      return count > 0 ? Words.counted(UInt64(count), severity.rawValue) : nil
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What severity is called, with a sign that needs no colour.
  static func name(_ severity: Severity) -> Phrase {
    switch severity {
    case .note: "○\u{00A0}note"
    case .warning: "△\u{00A0}warning"
    case .error: "✕\u{00A0}error"
    }
  }

  /// "packets 17, 19 and 98 more".
  static func packets(_ numbers: [UInt64]) -> Phrase {
    let shown = numbers.prefix(8).map { Words.count($0) }.joined(separator: ", ")
    let left = numbers.count - min(8, numbers.count)
    return left > 0 ? "\(shown) and \(Words.count(left)) more" : "\(shown)"
  }
}
