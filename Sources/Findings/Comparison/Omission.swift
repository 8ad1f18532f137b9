package import Wording

/// Differences that are not told, and why.
package struct Omission: Equatable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    case ephemeralPorts = "ephemeral_ports"
    case tinyHosts = "tiny_hosts"
    case sameName = "same_name"
    case localMACs = "local_macs"
    case shuffledJA3 = "shuffled_ja3"
    case tooShort = "too_short"
    case heldBack = "held_back"
    case doubtfulLoss = "doubtful_loss"

    /// As the end of "12 …".
    package var text: Phrase {
      switch self {
      case .ephemeralPorts: "services on ports that are given as they come"
      case .tinyHosts: "hosts of a few packets in one direction"
      case .sameName: "public addresses of names that both captures have"
      case .localMACs: "MAC addresses that are not a maker's, as virtual adapters and phones choose"
      case .shuffledJA3: "JA3 fingerprints of clients whose JA4 both captures have"
      case .tooShort: "things that the shorter capture need not have met"
      case .heldBack: "kinds of findings that one of the captures makes doubtful"
      case .doubtfulLoss: "measures of loss that one of the captures makes doubtful"
      }
    }
  }

  package var reason: Reason
  package var count: Int
}
