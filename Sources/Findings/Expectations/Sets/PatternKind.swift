import PacketDecoding

/// What the entries of a list name, which decides how they are written.
package enum PatternKind: Sendable {
  case address, name, port, adapter, country
  /// One of the names that there are; `kind` as in "no protocol is called …".
  case known(kind: String, [String])

  /// How entries are written, for messages and documentation.
  package var meaning: String {
    switch self {
    case .address: "addresses or networks: 192.0.2.7, 10.0.0.0/8, 2001:db8::/32"
    case .name: "names, with * for any characters: \"*.example.org\""
    case .port: "ports: 443/tcp, 443 for any transport, 8000-8100/tcp"
    case .adapter: "MAC addresses, with * for any characters: \"02:00:00:*\""
    case .country: "countries by two letters (ISO 3166-1): DE"
    case .known(let kind, _): "names of \(kind)s, with * for any characters"
    }
  }

  static let protocols = PatternKind.known(
    kind: "protocol", ProtocolID.allCases.filter { !$0.isNone }.map(\.filterName))

  /// Reads an entry of a list.
  package func pattern(_ text: String, line: Int?) throws(ExpectationProblem) -> NamePattern {
    switch self {
    case .address:
      guard let prefix = AddressPrefix(text) else {
        throw ExpectationProblem(
          line: line, "'\(text)' is no address or network, like 192.0.2.7 or 10.0.0.0/8")
      }
      return NamePattern(text, .network(prefix))
    case .port:
      guard let ports = PortRange(text) else {
        throw ExpectationProblem(
          line: line, "'\(text)' is no port, like 443/tcp, 443 or 8000-8100/tcp")
      }
      return NamePattern(text, .ports(ports))
    case .name:
      // Servers may be asked for by address, too.
      return NamePattern(text, AddressPrefix(text).map { .network($0) } ?? .wildcard)
    case .adapter:
      guard text.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "*" }) else {
        throw ExpectationProblem(
          line: line, "'\(text)' is no MAC address, like 02:00:00:00:00:01")
      }
      return NamePattern(text, .wildcard)
    case .country:
      guard text.utf8.count == 2, text.allSatisfy({ $0.isASCII && $0.isLetter }) else {
        throw ExpectationProblem(line: line, "'\(text)' is no country of two letters, like DE")
      }
      return NamePattern(text, .wildcard)
    case .known(let kind, let names):
      let pattern = NamePattern(text, .wildcard)
      guard names.contains(where: { pattern.matches($0) }) else {
        throw ExpectationProblem(line: line, no: kind, called: text, among: names)
      }
      return pattern
    }
  }
}
