import Foundation
import TestSupport
import Testing

/// Two hosts on a wire: network namespaces with an interface each, joined by veth.
final class Namespace {
  /// True where namespaces can be made: as root, with iproute2.
  static let isPossible: Bool = {
    guard geteuid() == 0, Tool.isInstalled("ip", "mount") else { return false }
    let name = "pp-probe-\(getpid())"
    defer { _ = try? run("ip", "netns", "del", name) }
    return (try? run("ip", "netns", "add", name)) != nil
  }()

  /// Where packets are seen, 10.99.0.1.
  let here: String
  /// The other end, 10.99.0.2.
  let there: String
  static let interface = "wire0"

  init() throws {
    let mark = String(UUID().uuidString.prefix(8)).lowercased()
    (here, there) = ("pp-a-\(mark)", "pp-b-\(mark)")
    for name in [here, there] {
      try Self.run("ip", "netns", "add", name)
      try Self.run("ip", "-n", name, "link", "set", "lo", "up")
    }
    try connect()
  }

  deinit {
    for name in [here, there] { _ = try? Self.run("ip", "netns", "del", name) }
  }

  /// Lays the wire.
  func connect() throws {
    let wire = Self.interface
    try Self.run(
      "ip", "link", "add", wire, "netns", here, "type", "veth", "peer", "name", wire, "netns",
      there)
    for (name, address) in [(here, "10.99.0.1/24"), (there, "10.99.0.2/24")] {
      // Neighbour discovery would mix packets in that nobody asked for.
      _ = try? Self.run(
        "ip", "netns", "exec", name, "sh", "-c",
        "echo 1 > /proc/sys/net/ipv6/conf/\(wire)/disable_ipv6")
      try Self.run("ip", "-n", name, "addr", "add", address, "dev", wire)
      try Self.run("ip", "-n", name, "link", "set", wire, "up")
    }
  }

  /// How a command is run in one of the two.
  static func entering(_ name: String) -> [String] { ["/usr/sbin/ip", "netns", "exec", name] }

  @discardableResult
  static func run(_ words: String...) throws -> String { try run(words) }

  @discardableResult
  static func run(_ words: [String]) throws -> String {
    let tool = try #require(Tool(words[0]), "\(words[0]) is not installed")
    let outcome = try tool.run(Array(words.dropFirst()))
    try #require(outcome.status == 0, "\(words.joined(separator: " ")): \(outcome.errors)")
    return outcome.text
  }
}
