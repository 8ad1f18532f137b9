import Foundation
import TestSupport
import Testing

/// A directory that `packetpress snapshot` adds reports to.
struct SnapshotArchive {
  let scratch: Scratch
  let url: URL

  init() throws {
    scratch = try Scratch()
    url = scratch.file("archive")
  }

  /// Only JSON, unless a test looks at more: pictures take time.
  func run(_ capture: String, _ options: String...) throws -> PacketpressBinary.Outcome {
    try PacketpressBinary.run(
      ["snapshot", Project.sample(capture).path, "-o", url.path, "--format", "json"] + options)
  }

  /// Runs without a word.
  func add(_ capture: String, _ options: String...) throws {
    let outcome = try PacketpressBinary.run(
      ["snapshot", Project.sample(capture).path, "-o", url.path, "--format", "json"] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome.text)\(outcome.errors)")
  }

  func file(_ path: String) -> URL { url.appending(path: path) }

  /// All that is there, hidden or not, but for the lock.
  var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0 != ".lock" }.sorted()
  }

  var reports: [String] { names.filter { $0.hasPrefix("20") } }

  var latest: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: file("latest").path)
  }

  var page: String { (try? String(contentsOf: file("index.html"), encoding: .utf8)) ?? "" }

  /// The reports that the page links to, in its order.
  var listed: [String] {
    page.matches(of: /<a href="([^"\/]+)\//).map { String($0.output.1) }
  }

  /// A report of ours that began at some time, as an earlier run would have left it.
  func makeReport(_ name: String, start: String, title: String = "eth0") throws {
    let record = """
      {"schema": "packetpress/snapshot/1", "title": "\(title)", "start": "\(start)",
      "duration_seconds": 1.5, "packets": 3, "bytes": 300, "dropped": 0, "verdict": "complete",
      "peak_bits_per_second": 800, "sparkline": [800, 0, 400]}
      """
    try write(record, to: "\(name)/snapshot.json")
    try write("a report", to: "\(name)/charts/a.png")
  }

  func write(_ text: String, to path: String) throws {
    let target = file(path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }
}
