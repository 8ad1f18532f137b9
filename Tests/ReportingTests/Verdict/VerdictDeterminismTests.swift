import Foundation
import Reporting
import Testing

@Suite struct VerdictDeterminismTests {
  private func files(_ judged: JudgedCapture) -> [(name: String, bytes: [UInt8])] {
    [
      ("junit.xml", JUnitReport(judged).bytes), ("packetpress.sarif", SARIFReport(judged).bytes),
      ("code-quality.json", CodeQualityReport(judged).bytes),
      ("annotations.txt", Array(GitHubAnnotations(judged).text.utf8)),
      ("lines.txt", Array(VerdictLines(judged).text.utf8)),
    ]
  }

  @Test(arguments: ["mixed", "hostile"])
  func theSameVerdictGivesTheSameBytes(name: String) {
    let judged = Verdicts.named(name)
    for (one, other) in zip(files(judged), files(judged)) {
      #expect(one.bytes == other.bytes, "\(one.name)")
    }
  }

  /// Verdicts to be looked at, where the environment says so.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORTS_TO_LOOK_AT"] != nil))
  func writesVerdictsToLookAt() throws {
    let root = try #require(ProcessInfo.processInfo.environment["REPORTS_TO_LOOK_AT"])
    for (name, judged) in Verdicts.all {
      let directory = URL(filePath: root).appending(path: "verdict-\(name)")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      for (file, bytes) in files(judged) {
        try Data(bytes).write(to: directory.appending(path: file))
      }
    }
  }
}
