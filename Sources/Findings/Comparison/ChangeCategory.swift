package import Wording

/// What a change is about; the order is that of a report.
package enum ChangeCategory: String, CaseIterable, Sendable {
  case findings, hosts, names, services, protocols, applications, tls
  case userAgents = "user_agents"
  case macs, volume, latency, loss

  /// "User agents".
  package var title: Phrase {
    switch self {
    case .findings: "Findings"
    case .hosts: "Hosts"
    case .names: "Names"
    case .services: "Services"
    case .protocols: "Protocols"
    case .applications: "Applications"
    case .tls: "TLS"
    case .userAgents: "User agents"
    case .macs: "MAC addresses"
    case .volume: "Volume"
    case .latency: "Latency"
    case .loss: "Loss and failures"
    }
  }
}
