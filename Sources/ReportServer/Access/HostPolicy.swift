import Glibc

/// Whose name a request may call the server by.
///
/// A page elsewhere can point a name of its own at this machine and then read as if it were the
/// report (DNS rebinding); it cannot do so with an address, nor know a token.
struct HostPolicy: Sendable {
  private let isLoopback: Bool
  private let names: Set<String>
  private let acceptsAnyName: Bool

  init(_ settings: ServerSettings) {
    isLoopback = settings.address.isLoopback
    acceptsAnyName = settings.token != nil
    names = Set(["localhost"]).union(isLoopback ? [] : Self.ownNames)
  }

  /// `authority` is the value of the field Host: a name or an address, perhaps a port. The port is
  /// not looked at, because tunnels change it.
  func accepts(_ authority: String) -> Bool {
    guard let host = Self.host(authority) else { return false }
    if acceptsAnyName { return true }
    if let address = HostAddress(host) { return !isLoopback || address.isLoopback }
    return names.contains(host)
  }

  private static func host(_ authority: String) -> String? {
    var host = authority.lowercased()[...]
    if host.first == "[" {
      guard let end = host.firstIndex(of: "]") else { return nil }
      let port = host[host.index(after: end)...]
      guard port.isEmpty || port.first == ":" else { return nil }
      return String(host[..<end].dropFirst())
    }
    if let colon = host.firstIndex(of: ":") { host = host[..<colon] }
    return host.isEmpty ? nil : String(host)
  }

  /// The name of this machine: whole, its first part, and as mDNS has it.
  static var ownNames: Set<String> {
    var buffer = [UInt8](repeating: 0, count: 256)
    let status = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe gethostname(bytes.assumingMemoryBound(to: CChar.self).baseAddress!, bytes.count - 1)
    }
    let name = String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self).lowercased()
    guard status == 0, let first = name.split(separator: ".").first else { return [] }
    return [name, String(first), "\(first).local"]
  }
}
