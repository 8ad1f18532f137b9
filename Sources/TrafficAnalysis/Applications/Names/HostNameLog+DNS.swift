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
    var chain = Chain(asked: message.questions.first?.name)
    for record in message.answers { add(record, &chain, source, time) }
    for record in message.additional { add(record, &chain, source, time) }
  }

  private mutating func add(
    _ record: DNSRecord, _ chain: inout Chain, _ source: String, _ time: Int64
  ) {
    switch record.data {
    case .address(let address): addName(chain.asked(record.name), source, address, time)
    case .binding(_, let hints):
      let name = chain.asked(record.name)
      for hint in hints { addName(name, source, hint, time) }
    case .name(let target) where record.type == .cname: chain.add(record.name, target)
    case .name(let target) where record.type == .ptr:
      if let address = IPAddress(reverseName: record.name) {
        addName(target, source, address, time)
      }
    default: break
    }
  }

  /// The name that was asked for, and the aliases that it leads to.
  private struct Chain {
    let asked: String?
    /// In lower case.
    private var aliases: [String] = []

    init(asked: String?) { self.asked = asked }

    /// The name that was asked for if `name` is it or an alias of it, and else `name`.
    func asked(_ name: String) -> String { contains(name) ? asked ?? name : name }

    mutating func add(_ name: String, _ target: String) {
      guard aliases.count < HostNameLog.aliasLimit - 1, contains(name) else { return }
      aliases.append(target.inLowerCase)
    }

    private func contains(_ name: String) -> Bool {
      // Most are written as they were asked for.
      if name == asked { return true }
      let name = name.inLowerCase
      return name == asked?.inLowerCase || aliases.contains(name)
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
