import Findings
import Reporting
import Testing
import Wording

@Suite struct GitHubAnnotationsTests {
  private func lines(_ judged: JudgedCapture) -> [Substring] {
    GitHubAnnotations(judged).text.split(separator: "\n")
  }

  @Test func saysNothingWhenNothingIsWrong() {
    #expect(GitHubAnnotations(Verdicts.empty).text.isEmpty)
  }

  @Test func tellsTheWorstFirst() {
    let kinds = lines(Verdicts.mixed).map { $0.prefix { $0 != " " } }
    #expect(
      kinds == [
        "::error", "::error", "::warning", "::warning", "::warning", "::warning", "::warning",
        "::notice", "::notice",
      ])
  }

  @Test func escapesWhatCommandsAreMadeOf() {
    #expect(
      lines(Verdicts.mixed)[0] == """
        ::error title=Expectation failed%3A only known peers::203.0.113.7: expected none, measured 1 \
        (the device talks to three names only; first packet 5)
        """)
    #expect(lines(Verdicts.mixed)[1].hasSuffix("(5.26 %25, bound 5 %25; first packet 17)"))
    let judged = JudgedCapture(
      Verdict(expectations: [
        .init(name: "a,b::c%0A\n", expected: "\r\n::error::%", measured: "", outcome: .warned)
      ]), paths: [])
    #expect(
      lines(judged) == [
        "::warning title=Expectation warned%3A a%2Cb%3A%3Ac%250A␊::expected ␍␊::error::%25"
      ])
  }

  @Test(arguments: Verdicts.all.map(\.name))
  func hasOneCommandALineAndNoMoreThanAreShown(name: String) {
    let lines = lines(Verdicts.named(name))
    for line in lines {
      let parts = line.split(separator: "::", maxSplits: 1)
      let properties = parts[0].split(separator: " ", maxSplits: 1)
      #expect(["error", "warning", "notice"].contains(properties[0]))
      #expect(properties[1].hasPrefix("title=") && !properties[1].contains(","))
      #expect(line.unicodeScalars.count < 5_000)
    }
    for kind in ["error", "warning", "notice"] {
      #expect(lines.count { $0.hasPrefix("::\(kind) ") } <= 10)
    }
  }

  @Test func countsWhatIsNotShown() {
    let last = lines(Verdicts.huge).last
    // 4,000 expectations and the line for the others, and 660 findings.
    #expect(last == "::error title=And more::4,652 more are in the report")
  }

  @Test func writesNoControlOrBidirectionalCharacters() {
    #expect(Hidden.scalars(in: GitHubAnnotations(Verdicts.hostile).text).isEmpty)
  }
}
