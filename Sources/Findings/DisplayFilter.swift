package import PacketDecoding

/// Builds display filters in Wireshark's language.
package enum DisplayFilter {
  /// `ip.addr == 192.0.2.1`, `ipv6.addr == 2001:db8::1`.
  package static func host(_ address: IPAddress) -> String {
    "\(family(address)).addr == \(address)"
  }

  package static func from(_ address: IPAddress) -> String {
    "\(family(address)).src == \(address)"
  }

  package static func to(_ address: IPAddress) -> String { "\(family(address)).dst == \(address)" }

  package static func between(_ one: IPAddress, _ other: IPAddress) -> String {
    all(host(one), host(other))
  }

  /// `tcp.port == 80`; the transport as in "tcp".
  package static func port(_ transport: String, _ port: UInt16) -> String {
    "\(transport).port == \(port)"
  }

  package static func service(_ server: IPAddress, _ transport: String, _ port: UInt16) -> String {
    all(host(server), Self.port(transport, port))
  }

  package static func adapter(_ address: MACAddress) -> String { "eth.addr == \(address)" }

  /// `dns.qry.name == "example.org"`; what cannot stand in a string is escaped.
  package static func equals(_ field: String, _ text: String) -> String {
    "\(field) == \"\(quoted(text))\""
  }

  /// `dns.qry.name contains "example.org"`.
  package static func contains(_ field: String, _ text: String) -> String {
    "\(field) contains \"\(quoted(text))\""
  }

  /// `0x0301`.
  package static func hexadecimal(_ value: UInt16) -> String {
    let digits = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// `ip.src == 10.0.0.1 && tcp.srcport == 80`: what a service sends.
  package static func sent(by server: IPAddress, _ transport: String, _ port: UInt16) -> String {
    all(from(server), "\(transport).srcport == \(port)")
  }

  /// The frames with these numbers, as far as a filter of readable length names them.
  package static func frames(_ numbers: [UInt64]) -> String {
    "frame.number in {\(numbers.prefix(20).map(String.init).joined(separator: ", "))}"
  }

  package static func all(_ parts: String...) -> String { all(parts) }

  package static func all(_ parts: [String]) -> String {
    parts.map { $0.contains(" or ") || $0.contains("||") ? "(\($0))" : $0 }
      .joined(separator: " && ")
  }

  package static func any(_ parts: [String]) -> String { parts.joined(separator: " || ") }

  private static func family(_ address: IPAddress) -> String { address.isIPv4 ? "ip" : "ipv6" }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.prefix(255).map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }.joined()
  }
}
