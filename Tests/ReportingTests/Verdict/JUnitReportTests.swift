import Findings
import Foundation
import Reporting
import TestSupport
import Testing
import Wording

@Suite struct JUnitReportTests {
  private func text(_ judged: JudgedCapture) -> String {
    String(decoding: JUnitReport(judged).bytes, as: UTF8.self)
  }

  /// What xmllint says of the document, with these arguments.
  private func xmllint(
    _ arguments: [String], _ bytes: [UInt8]
  ) throws -> PacketpressBinary.Outcome {
    let scratch = try Scratch()
    let file = scratch.file("junit.xml")
    try Data(bytes).write(to: file)
    return try #require(Tool("xmllint")).run(["--nonet"] + arguments + [file.path])
  }

  @Test(.enabled(if: Tool.isInstalled("xmllint")), arguments: Verdicts.all.map(\.name))
  func followsItsSchema(name: String) throws {
    let schema = Project.root.appending(path: "Tests/ReportingTests/Fixtures/junit.xsd")
    let bytes = JUnitReport(Verdicts.named(name)).bytes
    let outcome = try xmllint(["--noout", "--schema", schema.path], bytes)
    #expect(outcome.status == 0, "\(outcome.errors.prefix(2_000))")
  }

  @Test(.enabled(if: Tool.isInstalled("xmllint")))
  func holdsEveryCharacterThereIs() throws {
    let scalars = (0..<0x11_0000 as Range<UInt32>).lazy.filter {
      $0 < 0x3000 || $0 > 0xD000 && $0 < 0x1_0100 || $0 & 0xFFFF > 0xFFF0
    }.compactMap(Unicode.Scalar.init)
    let results = Array(scalars).map {
      ExpectationResult(name: "\($0)", expected: "", measured: "", outcome: .failed)
    }
    for part in stride(from: 0, to: results.count, by: 9_000) {
      let judged = JudgedCapture(
        Verdict(expectations: Array(results[part...].prefix(9_000))), paths: [])
      let outcome = try xmllint(["--noout"], JUnitReport(judged).bytes)
      #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
    }
  }

  @Test func countsWhatItHolds() {
    let text = text(Verdicts.mixed)
    let rules = FindingCatalog.all.count { $0.isOnByDefault }
    #expect(text.contains("<testsuites name=\"packetpress\" tests=\"\(rules + 4)\" failures=\"2\""))
    #expect(
      text.contains(
        "<testsuite name=\"Expectations\" tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"1\""))
    #expect(text.components(separatedBy: "<testcase ").count - 1 == rules + 4)
    #expect(text.components(separatedBy: "<failure ").count - 1 == 2)
    #expect(text.components(separatedBy: "<skipped ").count - 1 == 2)
  }

  @Test func failsRulesFromTheLevelOn() {
    let failing = text(Verdicts.mixed)
    #expect(
      failing.contains(
        """
        <failure message="Segments are sent again: 198.51.100.1 → 192.0.2.1:80/tcp: It sent 50 of 950 \
        segments again (5.26 %, bound 5 %; first packet 17)" type="error">
        """.trimmingCharacters(in: .newlines)))
    #expect(failing.contains("  Display filter: tcp.analysis.retransmission\n  Packets: 17, 21\n"))
    #expect(
      failing.contains("  Evidence: out of today/evidence/tcp-retransmissions-001.pcapng\n"))
    #expect(failing.contains("<system-out>warning 198.51.100.1 → [2001:db8::1]:80/tcp: It sent"))
    #expect(failing.contains("warning 1,200 more of these</system-out>"))

    var judged = Verdicts.mixed
    judged.failOn = .warning
    #expect(text(judged).contains("first packet 17) (and 2 more)\" type=\"error\">"))
    judged.failOn = nil
    #expect(!text(judged).contains("type=\"error\""))
    #expect(text(judged).contains("evidence/tcp-retransmissions-001.pcapng\nwarning"))
  }

  @Test func skipsWhatTheCaptureCannotTell() {
    let text = text(Verdicts.mixed)
    #expect(
      text.contains(
        """
        <skipped message="expected &lt; 1 %, but the capture cannot tell: packets are missing from the \
        capture"/>
        """))
    #expect(
      text.contains(
        """
        <skipped message="held back because the capture holds only one side of many connections; it \
        found 3"/>
        """))
  }

  @Test func leavesOutRulesThatAreOff() throws {
    var judged = Verdicts.empty
    #expect(text(judged).contains("name=\"tcp-retransmissions\""))
    try judged.settings.set("tcp-retransmissions", isOn: false)
    #expect(!text(judged).contains("name=\"tcp-retransmissions\""))
  }

  @Test func givesTestsNamesOfTheirOwn() {
    let result = ExpectationResult(name: "a", expected: "1", measured: "1", outcome: .passed)
    let text = text(JudgedCapture(Verdict(expectations: [result, result]), paths: []))
    #expect(text.contains("name=\"a\" time") && text.contains("name=\"a #2\" time"))
  }

  @Test func keepsWhatFailedWhenThereIsTooMuch() {
    let text = text(Verdicts.huge)
    #expect(text.contains("<testsuite name=\"Expectations\" tests=\"10000\" failures=\"9000\""))
    #expect(text.utf8.count < 10_000_000)
  }

  @Test func staysSmallWhateverTheNames() {
    let count = Verdicts.hostileText.count
    #expect(text(Verdicts.hostile).utf8.count < count * 40_000)
  }
}
