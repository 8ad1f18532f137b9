import Foundation
import Reporting
import Testing

@Suite struct DeterminismTests {
  @Test(arguments: ["empty", "busy", "ugly"])
  func theSameSnapshotGivesTheSameBytes(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    let first = try Reports.files(snapshot)
    let second = try Reports.files(snapshot)
    #expect(first.keys.sorted() == second.keys.sorted())
    for (path, bytes) in first { #expect(second[path] == bytes, "\(path)") }
  }

  /// Reports to be looked at, where the environment says so.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORTS_TO_LOOK_AT"] != nil))
  func writesReportsToLookAt() throws {
    let root = try #require(ProcessInfo.processInfo.environment["REPORTS_TO_LOOK_AT"])
    for (name, snapshot) in Snapshots.all {
      let directory = root + name.split(separator: " ").joined(separator: "-")
      let report = Report(snapshot, options: Reports.options())
      try ReportWriter(directory: directory).write(report.files())
      try Data(report.standardOutput(.text) ?? []).write(
        to: URL(filePath: directory + "/summary.txt"))
      let single = Report(
        snapshot,
        options: Reports.options {
          $0.isSingleFile = true
          $0.formats = [.html]
        })
      try ReportWriter(directory: directory + "/single").write(single.files())
    }
  }
}
