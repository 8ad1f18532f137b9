package import Findings
package import TrafficAnalysis

/// One turn of live mode: the page of the whole, that of the last while, and what is told of both.
///
/// Once the capture has ended the whole is a plain report, such as `analyze` makes; the page of the
/// last while stays for those who have it open, and says that it is over.
package struct LiveReport: Sendable {
  static let windowDirectory = "window/"

  package let whole: Report
  package let window: Report
  package let status: LiveStatus

  /// `page` says what is shown of the capture's progress, and with its state whether this is the end.
  package init(
    whole: Snapshot, verdict: Verdict = Verdict(), window: Snapshot, options: ReportOptions,
    page: LivePage
  ) {
    var wholeOptions = options
    wholeOptions.live = page.state == .running ? page : nil
    wholeOptions.live?.view = .whole
    var windowOptions = options
    windowOptions.live = page
    windowOptions.live?.view = .window
    windowOptions.formats = options.formats.intersection([.html])
    self.whole = Report(whole, verdict: verdict, options: wholeOptions)
    self.window = Report(window, options: windowOptions)
    status = LiveStatus(page: page, version: options.version)
  }

  /// Every file in the order in which they are to be written: the status, which says that the others
  /// are there, comes last.
  package func files(parallel: Bool = false) throws -> [ReportFile] {
    var files = try window.files(parallel: parallel)
    for index in files.indices { files[index].path = Self.windowDirectory + files[index].path }
    if whole.options.formats.contains(.html), whole.options.live != nil {
      let script = ScriptWords.said(LiveScript.text, in: whole.options.language)
      files.append(ReportFile(path: LiveScript.path, text: script))
    }
    files += try whole.files(parallel: parallel)
    return files + [
      ReportFile(path: "status.json", bytes: status.json),
      ReportFile(path: "status.js", bytes: status.script),
    ]
  }

  /// Directories that only a live report has, the inner ones first.
  static let directories = ["charts", "tables", ""].map { windowDirectory + $0 }

  /// The names that a live report gives to files, beside those of every report.
  static var knownPaths: [String] {
    let window = ["index.html", "style.css"] + Report.knownPaths
    return window.map { windowDirectory + $0 }
      + [PageIcon.path, LiveScript.path, "status.js", "status.json"]
  }
}
