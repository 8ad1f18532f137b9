import ArgumentParser
import CaptureFormats
import Charts
import Glibc
import Reporting
import TrafficAnalysis

extension ReportFormat: ExpressibleByArgument {}
extension ReportTheme: ExpressibleByArgument {}
extension Paper: ExpressibleByArgument {}

/// `packetpress analyze`: captures become a report.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyse captures and write a report.",
    discussion: """
      Writes index.html, report.pdf, report.json, summary.md, charts/ and tables/ into the output
      folder; files that are there already are replaced one by one, never left half written.

      EXAMPLES:
        packetpress analyze capture.pcapng
        packetpress analyze -o /srv/reports/today --title 'Office, Monday' monday/*.pcap.gz
        packetpress analyze capture.pcap --filter 'host 192.0.2.7 and not port 22'
        packetpress analyze capture.pcap --from 2026-11-23T10:00:00Z --to 2026-11-23T10:05:00Z
        ssh gateway tcpdump -w - | packetpress analyze - --stdout text
        packetpress analyze capture.pcap --stdout json | jq .tcp
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder of the report (default: Reports/<capture>).", valueName: "DIR"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Formats to write, with commas: html, pdf, png, json, csv, md (default: all).",
      valueName: "LIST"))
  var format: FormatList?

  @Option(
    help: ArgumentHelp(
      "Write one format to standard output and no files: json, md or text.", valueName: "FORMAT"))
  var stdout: ReportFormat?

  @Option(help: "Rows shown of a table.")
  var top = 10

  @Option(help: "Rows kept in JSON and CSV tables; 0 keeps all.")
  var maxRows = 1000

  @Option(help: "How many of the most recent packets are listed.")
  var recent = 10_000

  @Option(help: "Title of the report (default: the capture's name).")
  var title: String?

  @Option(help: ArgumentHelp("Time zone of the times shown, 'Europe/Berlin'.", valueName: "ZONE"))
  var tz = "UTC"

  @Option(help: "Colours: light, dark, or auto as the reader has it.")
  var theme = ReportTheme.auto

  @Option(help: "Paper of the PDF: a4 or letter.")
  var paper = Paper.a4

  @Flag(help: "Put everything into index.html.")
  var singleFile = false

  @Option(help: "SHA-256 of the files: auto (up to 64 MB), always or never.")
  var hash = HashPolicy.auto

  @OptionGroup var bounds: BoundOptions

  @Option(help: "Threads that analyse (default: one a core).")
  var workers: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more on the way.")
  var verbose = false

  mutating func validate() throws {
    guard top >= 1 else { throw ValidationError("--top takes a number from 1") }
    guard maxRows >= 0 else { throw ValidationError("--max-rows takes a number from 0") }
    guard (0...1_000_000).contains(recent) else {
      throw ValidationError("--recent takes a number from 0 to 1000000")
    }
    if let workers, !(1...64).contains(workers) {
      throw ValidationError("--workers takes a number from 1 to 64")
    }
    if let stdout, !ReportFormat.standardOutput.contains(stdout) {
      throw ValidationError("--stdout takes json, md or text")
    }
    guard ClockFormat(zoneNamed: tz) != nil else {
      throw ValidationError("--tz: no time zone '\(tz)'; take a name like Europe/Berlin or UTC")
    }
  }

  func run() throws {
    Message.configure(quiet: quiet, verbose: verbose)
    let selection = try input.selection()
    let captures = CaptureSet(input.captures)
    var options = bounds.analysisOptions
    options.maxRows = maxRows == 0 ? 0 : max(maxRows, top)
    options.recentPackets = recent
    let run = AnalysisRun(
      options: options, workers: workers ?? AnalysisRun.suitableWorkers(captures.size),
      quiet: quiet)
    var result = try run.run(captures, selection: selection)
    for failure in result.failures { Message.error(failure) }
    // Where nothing could be read there is nothing to report.
    guard !result.snapshot.capture.files.isEmpty else { throw ExitCode(2) }
    hash.apply(to: &result.snapshot.capture.files)
    let report = Report(result.snapshot, options: reportOptions)
    try write(report)
    if !result.failures.isEmpty { throw ExitCode(2) }
  }

  private func write(_ report: Report) throws {
    if let stdout {
      if let bytes = report.standardOutput(stdout) { StandardStream.write(bytes, to: 1) }
      return
    }
    let directory = output ?? "Reports/" + OutputName.of(input.captures)
    do {
      let files = try report.files()
      try ReportWriter(directory: directory).write(files)
    } catch {
      throw CommandFailure(error)
    }
    let formats = report.options.formats
    let first: ReportFormat? =
      formats.contains(.html) ? .html : formats.count == 1 ? formats.first : nil
    let names: [ReportFormat: String] = [
      .html: "index.html", .pdf: "report.pdf", .json: "report.json", .markdown: "summary.md",
    ]
    let place = first.flatMap { names[$0] }.map { "\(directory)/\($0)" } ?? directory
    if !quiet { StandardStream.write(Array("Report: \(place)\n".utf8), to: 1) }
  }

  private var reportOptions: ReportOptions {
    var options = ReportOptions()
    options.title = title
    options.top = top
    options.maxRows = maxRows
    options.clock = ClockFormat(zoneNamed: tz) ?? .utc
    options.theme = theme
    options.paper = paper
    options.version = PacketpressCommand.version
    options.isSingleFile = singleFile
    if let format { options.formats = format.formats }
    options.settings = settings
    return options
  }

  /// What was asked for, as the appendix shows it; nothing that leaves the numbers as they are.
  private var settings: [ReportOptions.Setting] {
    let given: [(String, String?)] = [
      ("--filter", input.filter), ("--from", input.from.map { ClockFormat.rfc3339($0.time) }),
      ("--to", input.to.map { ClockFormat.rfc3339($0.time) }), ("--top", "\(top)"),
      ("--max-rows", "\(maxRows)"), ("--recent", "\(recent)"),
      ("--memory", bounds.memory.map { "\($0.bytes)" }),
      ("--max-flows", bounds.maxFlows.map { "\($0)" }), ("--tz", tz),
    ]
    return given.compactMap { name, value in
      value.map { ReportOptions.Setting(name: name, value: $0) }
    }
  }
}

extension AnalysisRun {
  /// Below this a second thread costs more than it brings.
  private static let smallCapture: UInt64 = 8 << 20

  static func suitableWorkers(_ size: UInt64?) -> Int {
    if let size, size < smallCapture { return 1 }
    return max(1, min(16, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }
}

/// The value of `--format`.
struct FormatList: ExpressibleByArgument {
  var formats: Set<ReportFormat> = []

  init?(argument: String) {
    for name in argument.split(separator: ",") {
      guard let format = ReportFormat(rawValue: String(name)), ReportFormat.files.contains(format)
      else { return nil }
      formats.insert(format)
    }
    if formats.isEmpty { return nil }
  }
}

/// How the folder of a report is called when nobody says.
enum OutputName {
  static func of(_ captures: [String]) -> String {
    let name = captures.first.map(single) ?? "report"
    return captures.count > 1 ? "\(name)-and-\(captures.count - 1)-more" : name
  }

  private static func single(_ path: String) -> String {
    if path == "-" { return "stdin" }
    var name = path.split(separator: "/").last.map(String.init) ?? "report"
    for ending in [".gz", ".zst", ".lz4", ".pcapng", ".pcap", ".cap"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    // A name of dots would lead out of the folder of reports.
    return name.allSatisfy { $0 == "." } ? "report" : name
  }
}
