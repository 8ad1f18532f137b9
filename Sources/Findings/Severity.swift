package import Wording

/// How bad a finding is.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Good to know; nothing has to be done.
  case note
  /// Somebody should look at it.
  case warning
  /// Something does not work, or is dangerous.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// "warning".
  package var phrase: Phrase {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
