extension DNSRecord {
  /// The data in a few words: "192.0.2.1", "mail.example.com", "RRSIG (95 bytes)".
  package var dataText: String {
    switch data {
    case .address(let address): address.description
    case .name(let name): name
    case .service(let target, let port): "\(target):\(port)"
    // The root stands for the owner's own name (RFC 9460 section 2.5.2).
    case .binding(let target, let hints):
      ([target == "<Root>" ? "." : target] + hints.map(\.description)).joined(separator: " ")
    case .text(let text): "\"\(text)\""
    case .other(let count): "\(type) (\(count) bytes)"
    }
  }
}
