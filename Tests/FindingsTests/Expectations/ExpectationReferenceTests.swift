import Findings
import Foundation
import Testing
import TrafficAnalysis

/// Documentation/Expectations.md says what the program knows.
struct ExpectationReferenceTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  private func documentation() throws -> String {
    try String(contentsOfFile: Self.root + "/Documentation/Expectations.md", encoding: .utf8)
  }

  @Test func tablesAreThoseOfTheCatalog() throws {
    let text = try documentation()
    let tables = ExpectationReference.tables
    if !text.contains(tables) {
      let lines = Set(text.split(separator: "\n"))
      let missing = tables.split(separator: "\n").filter { !lines.contains($0) }
      Issue.record("not in Documentation/Expectations.md:\n\(missing.joined(separator: "\n"))")
    }
  }

  @Test func examplesAreFilesThatCanBeRead() throws {
    let blocks = try documentation().split(separator: "```yaml\n").dropFirst()
      .compactMap { $0.split(separator: "```").first.map(String.init) }
    #expect(blocks.count >= 3)
    for block in blocks {
      #expect(throws: Never.self, "\(block)") { try ExpectationFile(block) }
    }
  }

  @Test func everyFormIsInAnExample() throws {
    let text = try documentation()
    for form in ["check:", "only:", "none_of:", "at_least_one:", "count:", "per_host:"] {
      #expect(text.contains("- \(form)") || text.contains("    \(form)"), "\(form)")
    }
  }
}
