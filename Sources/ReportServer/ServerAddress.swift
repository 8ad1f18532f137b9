/// Where the report is served: an address of this machine and a TCP port.
package struct ServerAddress: Equatable, Sendable, CustomStringConvertible {
  /// IPv4 or IPv6, without brackets. Names are not looked up: a name may change whom it lets in.
  package let host: String
  /// 0 lets the system choose.
  package let port: Int

  package static let `default` = ServerAddress(host: "127.0.0.1", port: 8501)

  private init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads "127.0.0.1:8501", "[::1]:8501", "::1", ":8501", "8501" and "localhost"; what is left
  /// out is that of ``default``.
  package init(parsing text: String) throws {
    let (host, port) = Self.split(text)
    self.host = try host.map { try Self.address($0, in: text) } ?? Self.default.host
    self.port = try port.map { try Self.number($0, in: text) } ?? Self.default.port
  }

  private static func split(_ text: String) -> (host: Substring?, port: Substring?) {
    if UInt(text) != nil { return (nil, text[...]) }
    if text.hasPrefix("["), let end = text.lastIndex(of: "]") {
      let port = text[text.index(after: end)...]
      if port.isEmpty || port.first == ":" {
        return (text[..<end].dropFirst(), port.isEmpty ? nil : port.dropFirst())
      }
    }
    // Several colons: an IPv6 address without a port.
    guard let colon = text.lastIndex(of: ":"), text.firstIndex(of: ":") == colon else {
      return (text[...], nil)
    }
    return (colon == text.startIndex ? nil : text[..<colon], text[colon...].dropFirst())
  }

  private static func address(_ host: Substring, in text: String) throws -> String {
    if host.lowercased() == "localhost" { return Self.default.host }
    guard let address = HostAddress(host) else {
      throw ServerError(
        "cannot serve on \(text): no IP address; give one of this machine, like \(Self.default)")
    }
    return address.description
  }

  private static func number(_ port: Substring, in text: String) throws -> Int {
    guard let number = UInt16(port) else {
      throw ServerError("cannot serve on \(text): a port is a number from 0 to 65535")
    }
    return Int(number)
  }

  /// Whether only programs on this machine can reach it.
  package var isLoopback: Bool { HostAddress(host)?.isLoopback ?? false }

  package var description: String { "\(HostAddress.bracketed(host)):\(port)" }
}
