import Foundation
import Glibc
import LiveCapture

/// One run of the probe, which enters the sandbox and tells what it can still do.
struct SandboxRun {
  let isSuccess: Bool
  let errors: String
  private let lines: [Substring]

  /// - Parameters:
  ///   - ordinaryUser: Who starts it; nil stands for the user of the tests.
  ///   - isBare: Whether root has no capability from the start, as in some containers.
  init(
    _ policy: SandboxPolicy, user: String? = nil, _ directories: [String], _ actions: [String] = [],
    startedBy ordinaryUser: uid_t? = nil, isBare: Bool = false
  ) throws {
    var command = [
      Self.probe, policy.rawValue, user ?? "-", directories.joined(separator: ","),
    ]
    if let ordinaryUser, geteuid() == 0 {
      command = ["setpriv", "--reuid=\(ordinaryUser)", "--regid=1", "--clear-groups"] + command
    }
    if isBare { command = ["setpriv", "--bounding-set=-all"] + command }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command + actions
    let output = Pipe()
    let complaints = Pipe()
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    // Both are shorter than a pipe holds, and the probe ends by itself.
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    errors = String(
      decoding: try complaints.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    isSuccess = process.terminationReason == .exit && process.terminationStatus == 0
    lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
  }

  /// Beside the test bundle; `swift test` builds both.
  private static let probe: String = {
    let besideTests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "SandboxProbe").path
    if FileManager.default.isExecutableFile(atPath: besideTests) { return besideTests }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../.build/debug/SandboxProbe").path
  }()

  var notes: [String] { values("note ") }
  var error: String? { values("error ").first }

  func did(_ action: String) -> Bool { lines.contains { $0 == "ok \(action)" } }

  /// A line of `/proc/self/status`.
  func status(_ key: String) -> [String] {
    values("\(key):\t").first?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
  }

  private func values(_ prefix: String) -> [String] {
    lines.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }
}
