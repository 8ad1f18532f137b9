import PacketDecoding

extension HostNameLog {
  /// Aliases of one name that are followed.
  private static let aliasLimit = 16

  /// Takes the names that a response of DNS, mDNS or LLMNR gives to addresses.
  ///
  /// An address at the end of a chain of aliases has the name that was asked for, which says more
  /// than the alias it leads to.
  mutating func add(_ message: DNSMessage, source: String, time: Int64) {
    guard message.isResponse else { return }
    let asked = message.questions.first?.name
    var chain = asked.map { [$0.lowercased()] } ?? []
    for record in message.answers + message.additional {
      let isAsked = chain.contains(record.name.lowercased())
      let name = isAsked ? asked ?? record.name : record.name
      switch record.data {
      case .address(let address): addName(name, source, address, time)
      case .binding(_, let hints): for hint in hints { addName(name, source, hint, time) }
      case .name(let target) where record.type == .cname && isAsked:
        if chain.count < Self.aliasLimit { chain.append(target.lowercased()) }
      case .name(let target) where record.type == .ptr:
        if let address = IPAddress(reverseName: record.name) {
          addName(target, source, address, time)
        }
      default: break
      }
    }
  }

  /// Leaves out what is no name, such as the root, and what is no host.
  private mutating func addName(
    _ name: String, _ source: String, _ address: IPAddress, _ time: Int64
  ) {
    guard name.utf8.first != UInt8(ascii: "<"), address.high | address.low != 0 else { return }
    add(name, source: source, to: address, time: time)
  }
}
