import Findings
import Foundation
import Reporting
import Testing

@Suite struct CodeQualityReportTests {
  private func issues(_ judged: JudgedCapture) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(CodeQualityReport(judged).bytes))
    return try #require(value as? [[String: Any]])
  }

  @Test(arguments: Verdicts.all.map(\.name))
  func hasWhatGitLabAsksFor(name: String) throws {
    let issues = try issues(Verdicts.named(name))
    for issue in issues {
      let description = try #require(issue["description"] as? String)
      #expect(!description.isEmpty && description.unicodeScalars.count < 1_000)
      #expect((issue["check_name"] as? String)?.isEmpty == false)
      let severity = try #require(issue["severity"] as? String)
      #expect(["info", "minor", "major", "critical", "blocker"].contains(severity))
      let location = try #require(issue["location"] as? [String: Any])
      let path = try #require(location["path"] as? String)
      #expect(!path.isEmpty && !path.hasPrefix("./"))
      #expect((location["lines"] as? [String: Int]) == ["begin": 1])
    }
    let marks = issues.map { $0["fingerprint"] as? String }
    #expect(Set(marks).count == marks.count)
  }

  @Test func isAnEmptyListWhenNothingIsWrong() {
    #expect(String(decoding: CodeQualityReport(Verdicts.empty).bytes, as: UTF8.self) == "[]\n")
  }

  @Test func tellsFindingsAndExpectations() throws {
    let issues = try issues(Verdicts.mixed)
    #expect(
      issues.map { "\($0["severity"] ?? "") \($0["check_name"] ?? "")" } == [
        "critical expectation", "minor expectation", "minor expectation", "minor capture-cut-short",
        "major tcp-retransmissions", "minor tcp-retransmissions", "info tcp-zero-window",
        "minor tcp-retransmissions",
      ])
    #expect(
      issues[0]["description"] as? String == """
        only known peers: 203.0.113.7: expected none, measured 1 (the device talks to three names \
        only; first packet 5)
        """)
    let paths = issues.map { ($0["location"] as? [String: Any])?["path"] as? String }
    #expect(paths[3] == "captures/b c.pcap")
    #expect(paths[4] == "captures/a:1.pcap")
  }

  @Test func writesNoControlOrBidirectionalCharacters() {
    let bytes = CodeQualityReport(Verdicts.hostile).bytes
    #expect(Hidden.scalars(in: String(decoding: bytes, as: UTF8.self)).isEmpty)
  }
}
