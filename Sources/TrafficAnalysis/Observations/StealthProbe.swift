package import PacketDecoding

/// A TCP segment with flags that ask a port for its state without opening a connection.
package enum StealthProbe: UInt32, Sendable {
  /// No flag at all, FIN alone, FIN with PSH and URG, and SYN with FIN.
  case null, fin, xmas, synFIN

  package init?(_ flags: TCPFlags) {
    switch flags.rawValue & 0x3F {
    case 0: self = .null
    case 0x01: self = .fin
    case 0x29: self = .xmas
    case 0x03, 0x2B: self = .synFIN
    default: return nil
    }
  }

  package var name: String {
    switch self {
    case .null: "NULL"
    case .fin: "FIN"
    case .xmas: "XMAS"
    case .synFIN: "SYN+FIN"
    }
  }
}
