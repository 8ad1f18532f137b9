import NIOCore

/// An IP address as people write it, in one spelling.
struct HostAddress: Equatable, CustomStringConvertible {
  let description: String

  init?(_ text: some StringProtocol) {
    guard let address = try? SocketAddress(ipAddress: String(text), port: 0),
      let spelled = address.ipAddress
    else { return nil }
    description = spelled
  }

  var isLoopback: Bool {
    description == "::1" || description.hasPrefix("127.") || description.hasPrefix("::ffff:127.")
  }

  /// Every address of the machine.
  var isWildcard: Bool { description == "0.0.0.0" || description == "::" }

  /// As a URL has it.
  static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }
}
