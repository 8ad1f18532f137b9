import Findings
import Foundation
import Reporting
import TestSupport
import Testing
import TrafficAnalysis
import Wording

/// That every word of a report is in the catalogue of messages, and what is not is data.
@Suite struct LanguageTests {
  /// What is the same in every language, beside the data of a report.
  private static let units: Set<String> = [
    "bit", "kbit", "mbit", "gbit", "kb", "mb", "gb", "tb", "ms", "ns", "µs", "min", "year", "years",
  ]
  private static let dates: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "utc",
  ]
  /// The program, the sender's own words in these tests, names of statuses (RFC 9110), and signs as
  /// Markdown writes them.
  private static let names: Set<String> = [
    "packetpress", "sender", "ok", "not", "found", "lt", "gt", "amp",
  ]

  private static let note = ReportNote("sender")

  private func options(_ language: Language) -> ReportOptions {
    Reports.options { options in
      options.language = language
      options.formats = [.html, .markdown]
      options.branding.note = Self.note
      options.branding.author = "Sender"
    }
  }

  private func check(_ text: String, data: Set<String>, _ place: String) {
    let known = data.union(Self.units).union(Self.dates).union(Self.names)
    let unknown = VisibleText.unsaidWords(text).subtracting(known)
    #expect(unknown.isEmpty, "\(place) says without a message: \(unknown.sorted())")
  }

  /// What is told by no rule of ours, but made up for tests.
  private func sentences(_ verdict: Verdict) -> Set<String> {
    let details = verdict.judgement.findings.map(\.detail.text)
    let reasons = verdict.expectations.compactMap { $0.reason?.text }
    return Set(VisibleText.words((details + reasons).joined(separator: " ")))
  }

  private func text(_ files: [ReportFile], _ path: String) -> String {
    String(decoding: files.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }

  @Test(.enabled(if: Tool.isInstalled("python3")))
  func theCatalogueHoldsWhatTheSourcesSay() throws {
    let script = Project.root.appending(path: "Scripts/list-messages").path
    let outcome = try #require(try Tool("python3")?.run([script, "--check"]))
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(arguments: ["empty", "one packet", "busy"])
  func everyWordOfAReportIsAMessageOrData(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    let language = PseudoLanguage.language
    let verdict = name == "busy" ? Verdicts.mixed.verdict : Verdict()
    let report = Report(snapshot, verdict: verdict, options: options(language))
    let data = try VisibleText.data(report.standardOutput(.json) ?? []).union(sentences(verdict))
    let files = try report.files()
    check(VisibleText.of(page: text(files, "index.html")), data: data, "index.html")
    check(text(files, "summary.md"), data: data, "summary.md")
    let terminal = String(decoding: report.standardOutput(.text) ?? [], as: UTF8.self)
    check(terminal, data: data, "text")
    #expect(language.missing == [])
  }

  @Test func everyWordOfAComparisonIsAMessageOrData() throws {
    let language = PseudoLanguage.language
    for (base, new) in [
      (Snapshots.onePacket, Snapshots.busy), (Snapshots.busy, Snapshots.busy),
      (Snapshots.busy, Snapshot()),
    ] {
      let report = ComparisonReport(Comparison(base: base, new: new), options: options(language))
      let data = try [base, new].reduce(into: Set<String>()) { data, snapshot in
        let report = Report(snapshot, options: options(.english))
        data.formUnion(try VisibleText.data(report.standardOutput(.json) ?? []))
      }
      let files = try report.files()
      check(VisibleText.of(page: text(files, "index.html")), data: data, "index.html")
      check(text(files, "summary.md"), data: data, "summary.md")
    }
    #expect(language.missing == [])
  }

  @Test func everyWordOfALivePageIsAMessageOrData() throws {
    let language = PseudoLanguage.language
    var page = LiveReports.page(3)
    LiveReports.addTrouble(to: &page)
    let files = try LiveReports.report(page) { $0.language = language }.files()
    let status = try #require(files.first { $0.path == "report.json" })
    let data = try VisibleText.data(status.bytes)
      .union(VisibleText.words(page.notices.joined(separator: " ")))
    for path in ["index.html", "window/index.html"] {
      check(VisibleText.of(page: text(files, path)), data: data, path)
    }
    #expect(language.missing == [])
  }

  @Test func thePDFAsksForNoMessageThatIsNotThere() throws {
    let language = PseudoLanguage.language
    let report = Report(
      Snapshots.huge, verdict: Verdicts.mixed.verdict,
      options: Reports.options { options in
        options.language = language
        options.formats = [.pdf]
        options.pdfPages = 6
      })
    #expect(try report.files().count == 1)
    #expect(language.missing == [])
  }

  @Test func scriptsSayNothingElse() throws {
    let language = PseudoLanguage.language
    let files = try LiveReports.report(LiveReports.page(3)) { $0.language = language }.files()
    for path in ["report.js", "live.js"] {
      let script = text(files, path).replacing(/\/\/[^\n]*/, with: "")
      #expect(script.contains(PseudoLanguage.opening))
      for literal in script.matches(of: /"([^"\n]*)"|`([^`\n]*)`/).map(\.output) {
        let words = PseudoLanguage.unsaid(String(literal.1 ?? literal.2 ?? ""))
        #expect(words.firstMatch(of: /^[A-Z][a-z]+( [a-z]+)*[.:]?$/) == nil, "\(path): \(words)")
      }
    }
  }

  @Test func machinesReadTheSameInEveryLanguage() throws {
    let formats: Set<ReportFormat> = [.json, .csv]
    let reports = [Language.english, PseudoLanguage.language].map { language in
      Report(
        Snapshots.busy, verdict: Verdicts.mixed.verdict,
        options: Reports.options { options in
          options.language = language
          options.formats = formats
        })
    }
    let files = try reports.map { try $0.files() }
    #expect(files[0].map(\.path) == files[1].map(\.path))
    for (one, other) in zip(files[0], files[1]) { #expect(one.bytes == other.bytes, "\(one.path)") }
  }

  @Test func theEnglishCatalogueIsEnglish() throws {
    let english = Language(code: "en-x", messages: PseudoLanguage.catalogue)
    let texts = [Language.english, english].map { language in
      Report(
        Snapshots.busy, verdict: Verdicts.mixed.verdict,
        options: Reports.options { $0.language = language }
      ).standardOutput(.markdown)
    }
    #expect(texts[0] == texts[1])
  }

  @Test func thePageNamesItsLanguage() throws {
    let page = try Reports.page(Snapshots.onePacket) { $0.language = PseudoLanguage.language }
    #expect(page.contains("<html lang=\"xx\""))
  }
}
