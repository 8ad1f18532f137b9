import Charts
import Dispatch
package import Findings
import Synchronization
package import TrafficAnalysis
internal import Wording

/// A snapshot with options, ready to become files: a pure function of both.
package struct Report: Sendable {
  package let snapshot: Snapshot
  package let verdict: Verdict
  package let options: ReportOptions
  package let document: ReportDocument

  package init(
    _ snapshot: Snapshot, verdict: Verdict = Verdict(), options: ReportOptions
  ) {
    self.snapshot = snapshot
    self.verdict = verdict
    self.options = options
    document = ReportLayout.document(snapshot, verdict: verdict, options: options)
  }

  /// One format for standard output; nil for those that are only files.
  package func standardOutput(_ format: ReportFormat) -> [UInt8]? {
    switch format {
    case .json:
      JSONReport(
        snapshot, verdict: verdict, options: options, skipped: document.skipped
      ).bytes
    case .markdown:
      Array(MarkdownReport(digest: ReportDigest(document), options: options).text.utf8)
    case .text:
      Array(TextReport(digest: ReportDigest(document), language: options.language).text.utf8)
    case .html, .pdf, .png, .csv: nil
    }
  }

  /// Every file of the formats chosen, in a fixed order.
  ///
  /// Drawn on all cores, or where `parallel` is false by the caller alone, so that a capture that
  /// goes on keeps the others.
  package func files(parallel: Bool = true) throws -> [ReportFile] {
    // What takes longest goes first.
    let jobs = documentJobs + dataJobs + pictureJobs
    let drawn = parallel ? try run(jobs) : try jobs.flatMap { try $0() }
    let pictures = drawn.filter { $0.path.hasPrefix("charts/") }
    let isSeparate = options.formats.contains(.png) || !options.isSingleFile
    let files = isSeparate ? drawn : drawn.filter { !$0.path.hasPrefix("charts/") }
    return files + (holdsPictures ? try page(pictures) : [])
  }

  private typealias Job = @Sendable () throws -> [ReportFile]

  /// A page that holds its pictures, or marks of them, comes after them.
  private var holdsPictures: Bool {
    options.formats.contains(.html) && (options.isSingleFile || options.live != nil)
  }

  /// The charts that are wanted, by themselves or for the page.
  private var pictureJobs: [Job] {
    guard options.formats.contains(.png) || options.formats.contains(.html) else { return [] }
    let themes = options.theme == .auto ? [false, true] : [options.theme == .dark]
    let accent = options.branding.accent
    return document.figures.flatMap { figure in
      themes.map { dark in
        { @Sendable in [try PNGChart.file(figure, dark: dark, accent: accent)] }
      }
    }
  }

  private var documentJobs: [Job] {
    var jobs: [Job] = []
    if options.formats.contains(.pdf) {
      let report = PDFReport(document, options: options, snapshot: snapshot)
      jobs.append { [ReportFile(path: "report.pdf", bytes: try report.bytes())] }
    }
    if options.formats.contains(.html), !holdsPictures { jobs.append { try page([]) } }
    return jobs
  }

  private var dataJobs: [Job] {
    let tables = options.formats.contains(.csv) ? CSVTable.allCases : []
    let texts = [(ReportFormat.json, "report.json"), (.markdown, "summary.md")]
      .filter { options.formats.contains($0.0) }
    return texts.map { format, path in
      { @Sendable in standardOutput(format).map { [ReportFile(path: path, bytes: $0)] } ?? [] }
    } + tables.map { table in { @Sendable in [table.file(snapshot)] } }
  }

  private func page(_ pictures: [ReportFile]) throws -> [ReportFile] {
    let tables =
      options.formats.contains(.csv) && !options.isSingleFile
      ? Set(CSVTable.allCases.map(\.rawValue)) : []
    var page = HTMLReport(document: document, options: options, tables: tables)
    let logo = options.branding.files
    if options.isSingleFile || options.live != nil {
      page.images = Dictionary((pictures + logo).map { ($0.path, $0.bytes) }) { first, _ in first }
    }
    return (options.isSingleFile ? [] : logo) + (try page.pageFiles())
  }

  /// Results in the order of the jobs, whichever ends first.
  private func run(_ jobs: [Job]) throws -> [ReportFile] {
    let results = Mutex([Result<[ReportFile], any Error>?](repeating: nil, count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
      let result = Result { try jobs[index]() }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.flatMap { try $0?.get() ?? [] }
  }

  /// The names under `charts/` and `tables/` that a report may have given to files.
  static var knownPaths: [String] {
    CSVTable.allCases.map(\.path) + EvidenceName.all + [Branding.logoPath]
      + ChartCatalog.ids.flatMap { ["charts/\($0).png", "charts/\($0)-dark.png"] }
  }
}
