/// Why capturing could not begin, or cannot go on.
package enum CaptureFailure: Error, Equatable, Sendable {
  case noSuchInterface(String, existing: [String])
  case notPermitted(String, program: String)
  case isDown(String)
  /// "any" captures on this one already, so that its packets would count twice.
  case isPartOfAny(String)
  case wrongFilter(String, interface: String, reason: String)
  /// Anything else, in the words of libpcap or the system.
  case refused(String, reason: String)
}

extension CaptureFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchInterface(let name, let existing):
      "cannot capture on \(name): there is no such interface; there are \(Self.list(existing))"
    case .notPermitted(let name, let program):
      "cannot capture on \(name): permission denied; run as root, or: "
        + "sudo setcap cap_net_raw=ep \(program)"
    case .isDown(let name):
      "cannot capture on \(name): it is down; bring it up: sudo ip link set \(name) up"
    case .isPartOfAny(let name):
      "cannot capture on \(name) beside any, which captures on every interface; leave one out"
    case .wrongFilter(let filter, let name, let reason):
      "cannot filter \(name) by \"\(filter)\": \(reason)"
    case .refused(let name, let reason):
      "cannot capture on \(name): \(reason)"
    }
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "none" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
