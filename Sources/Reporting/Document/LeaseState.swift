import PacketDecoding

extension AddressLease.Event {
  /// "leased", as reports say it.
  var text: String {
    switch self {
    case .none: "–"
    case .offered: "offered"
    case .leased: "leased"
    case .released: "released"
    case .declined: "declined"
    }
  }
}
