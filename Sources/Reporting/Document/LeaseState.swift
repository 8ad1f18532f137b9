import PacketDecoding
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

extension AddressLease.Event {
  /// Those that say something of an address, in the order of their course.
  static let states: [Self] = [.offered, .leased, .released, .declined]

  /// "leased", as reports say it.
  var text: Phrase {
    switch self {
    case .none: "–"
    case .offered: "offered"
    case .leased: "leased"
    case .released: "released"
    case .declined: "declined"
    }
  }
}
