import PacketDecoding

extension AddressLease.Event {
  /// Those that say something of an address, in the order of their course.
  static let states: [Self] = [.offered, .leased, .released, .declined]

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
