import Findings
import Foundation
import Reporting
import TestSupport
import Testing
import TrafficAnalysis
import Wording

/// What a report says first: what was expected, found, and wrong with the capture.
@Suite struct SummaryVerdictTests {
  private func summary(_ verdict: Verdict, _ snapshot: Snapshot = Snapshots.onePacket)
    -> [ReportBlock]
  {
    Report(snapshot, verdict: verdict, options: Reports.options()).document.sections[0].blocks
  }

  private func strip(_ verdict: Verdict, _ snapshot: Snapshot = Snapshots.onePacket)
    -> VerdictStrip?
  {
    for case .verdict(let strip) in summary(verdict, snapshot) { return strip }
    return nil
  }

  private static func expected(_ outcomes: ExpectationResult.Outcome...) -> Verdict {
    Verdict(
      expectations: outcomes.map {
        ExpectationResult(name: "talks", expected: "1", measured: "2", outcome: $0)
      })
  }

  @Test func saysInOneSentenceWhatItComesTo() throws {
    let verdict = Verdicts.mixed.verdict
    let said = try #require(strip(verdict))
    #expect(
      said.text.text == """
        1 of 4 expectations failed, 1 cannot be told, 1 missed with a warning; 1 error, \
        1,202 warnings, 1 note, the first: \(Retransmissions.title); the capture is complete.
        """)
    #expect(said.severity == .error)
  }

  @Test func isCalmWhereNothingIsAmiss() throws {
    let fine = try #require(strip(Verdict()))
    #expect(fine.text.text == "No findings; the capture is complete." && fine.severity == nil)
    let one = try #require(strip(Self.expected(.passed)))
    #expect(one.text.text == "The expectation holds; no findings; the capture is complete.")
    let two = try #require(strip(Self.expected(.passed, .passed)))
    #expect(two.text.text.hasPrefix("All 2 expectations hold; "))
  }

  @Test func isAsBadAsTheWorst() {
    #expect(strip(Self.expected(.passed, .inconclusive))?.severity == .warning)
    #expect(strip(Self.expected(.warned))?.severity == .warning)
    #expect(strip(Self.expected(.failed, .inconclusive))?.severity == .error)
    var lossy = Snapshots.onePacket
    lossy.capture.drops = 5
    #expect(strip(Verdict(), lossy)?.severity == .note)
    #expect(
      strip(Verdict(), lossy)?.text.text.hasSuffix("; 1 remark on the quality of the capture.")
        == true)
  }

  @Test func saysNothingOfAnEmptyCaptureUnlessSomethingWasExpected() {
    #expect(strip(Verdict(), Snapshot()) == nil)
    #expect(
      strip(Self.expected(.inconclusive), Snapshot())?.text.text
        == "1 of 1 expectation cannot be told.")
  }

  @Test func namesExpectationsAmongTheKeyFigures() throws {
    var figures: [KeyFigure] = []
    for case .keyFigures(let all) in summary(Verdicts.mixed.verdict) { figures = all }
    let figure = try #require(figures.first { $0.label == "Expectations" })
    #expect(figure.value == "1 failed")
    #expect(figure.detail == "1 cannot be told, 1 warned, 1 passed")
    for case .keyFigures(let all) in summary(Verdict()) {
      #expect(!all.contains { $0.label == "Expectations" })
    }
  }

  @Test func leadsToTheSectionsThatAreThere() throws {
    func page(_ change: (inout ReportOptions) -> Void) throws -> String {
      let options = Reports.options {
        $0.formats = [.html]
        change(&$0)
      }
      let report = Report(Snapshots.onePacket, verdict: Verdicts.mixed.verdict, options: options)
      let page = try report.files().first { $0.path.hasSuffix(".html") }
      return String(decoding: try #require(page).bytes, as: UTF8.self)
    }
    let whole = try page { _ in }
    #expect(whole.contains(##"<p class="verdict error"><strong aria-hidden="true">✕</strong> "##))
    #expect(whole.contains(##"<a href="#expectations">1 of 4 expectations failed</a>, 1 cannot"##))
    #expect(whole.contains(##"<dd><a href="#expectations">1 failed</a>"##))
    #expect(whole.contains(##"<dd><a href="#findings">1,204</a>"##))
    let part = try page { $0.sections.hidden = ["expectations", "findings"] }
    #expect(part.contains("1 of 4 expectations failed"))
    #expect(!part.contains(##"href="#expectations""##) && !part.contains(##"href="#findings""##))
  }

  @Test func standsInEveryFormat() throws {
    let report = Report(
      Snapshots.onePacket, verdict: Verdicts.mixed.verdict, options: Reports.options())
    for format in [ReportFormat.markdown, .text] {
      let text = String(decoding: try #require(report.standardOutput(format)), as: UTF8.self)
      let words = text.replacing(/\s+/, with: " ")
      #expect(words.contains("1 of 4 expectations failed, 1 cannot be told"), "\(format)")
      #expect(words.contains("the capture is complete."), "\(format)")
    }
  }

  @Test(.enabled(if: PDFReportTests.hasTools))
  func leadsToSectionsOnPaper() throws {
    let options = Reports.options { $0.formats = [.pdf] }
    let report = Report(Snapshots.onePacket, verdict: Verdicts.mixed.verdict, options: options)
    let scratch = try Scratch()
    let file = scratch.file("report.pdf")
    let bytes = try #require(report.files().first).bytes
    try Data(bytes).write(to: file)
    let text = try #require(Tool("pdftotext")).run([file.path, "-"]).text
    #expect(text.contains("✕ 1 of 4 expectations failed, 1 cannot be told"))
    let objects = try #require(Tool("qpdf")).run(["--json", "--json-key=qpdf", file.path]).text
    // The contents, the sentence and the key figure.
    #expect(objects.matches(of: /"\/Dest": "u:expectations"/).count >= 3)
  }
}
