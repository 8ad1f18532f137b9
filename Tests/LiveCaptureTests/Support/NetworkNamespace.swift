import Foundation
import Glibc
import TestSupport

/// A network of its own for the length of a test: its interfaces are nobody else's, and vanish with it.
enum NetworkNamespace {
  static let isAvailable = (try? enter { try ip("link show") }) != nil

  struct Failure: Error { var description: String }

  /// Runs `body` in a new namespace without IPv6, whose packets nobody asked for.
  ///
  /// The calling thread is moved there and back, so that `body` must not suspend.
  static func enter<Result>(_ body: () throws -> Result) throws -> Result {
    let home = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)
    guard home >= 0 else { throw Failure(description: "no network namespaces") }
    defer { close(home) }
    guard SystemCall.unshareNetwork() else { throw Failure(description: "not allowed") }
    defer { precondition(SystemCall.enterNetwork(home), "the thread is lost") }
    // Absent where the kernel has no IPv6.
    try? Data("1".utf8).write(to: URL(filePath: "/proc/sys/net/ipv6/conf/default/disable_ipv6"))
    return try body()
  }

  /// Runs `ip` in the namespace of this thread.
  static func ip(_ arguments: String) throws {
    let child = try ChildProcess(["ip"] + arguments.split(separator: " ").map(String.init))
    guard child.wait(seconds: 10) == 0 else { throw Failure(description: "ip \(arguments)") }
  }

  /// A pair of interfaces that are up: what one sends the other receives.
  static func makePair(_ one: String, _ other: String) throws {
    try ip("link add \(one) type veth peer name \(other)")
    try ip("link set \(one) up")
    try ip("link set \(other) up")
  }
}
