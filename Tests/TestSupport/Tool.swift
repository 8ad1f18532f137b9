package import Foundation

/// A program of somebody else that our numbers are held against.
package struct Tool {
  package let url: URL

  /// Nil if it is not installed.
  package init?(_ name: String) {
    let folders = ["/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin"]
    let candidates = folders.map { URL(fileURLWithPath: "\($0)/\(name)") }
    guard
      let found = candidates.first(where: {
        FileManager.default.isExecutableFile(atPath: $0.path)
      })
    else { return nil }
    url = found
  }

  package static func isInstalled(_ names: String...) -> Bool {
    names.allSatisfy { Tool($0) != nil }
  }

  package func run(
    _ arguments: [String], input: PacketpressBinary.Input = .nothing
  ) throws -> PacketpressBinary.Outcome {
    try PacketpressBinary.run(program: url, arguments, input: input)
  }

  /// How many packets tcpdump lets through a filter.
  package static func packets(in capture: URL, matching filter: String = "") throws -> Int? {
    let outcome = try Tool("tcpdump")?.run(["-r", capture.path, "--count", filter])
    return outcome?.text.split(separator: " ").first.flatMap { Int($0) }
  }
}
