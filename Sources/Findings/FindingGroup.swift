package import Wording

/// What a finding is about; the order is that of a report.
package enum FindingGroup: String, CaseIterable, Sendable {
  case quality, transport, reconnaissance, link, names, security, application, change

  /// "Capture quality".
  package var title: Phrase {
    switch self {
    case .quality: "Capture quality"
    case .transport: "Transport"
    case .reconnaissance: "Reconnaissance and floods"
    case .link: "Link layer"
    case .names: "Names"
    case .security: "Security hygiene"
    case .application: "Applications"
    case .change: "Change over time"
    }
  }
}
