import ArgumentParser
import Findings
import Reporting
import TrafficAnalysis

/// `packetpress compare`: what is different between two captures.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what is different between two captures.",
    discussion: """
      New and gone hosts, names, services, protocols, applications, TLS fingerprints,
      user agents, MAC addresses and findings; changed volumes, latencies and losses.
      What is noise is left out: ports of clients, times of day, small differences.
      Writes index.html, comparison.json and summary.md into the output folder.

      EXAMPLES:
        packetpress compare before.pcap after.pcap
        packetpress compare monday/ 'tuesday/*.pcap.gz' -o difference
        packetpress compare good.pcap run.pcap --fail-on-change new --stdout text
        packetpress compare a.pcap b.pcap --filter 'not port 22' --stdout json

      EXIT STATUS:
        0  the same, or nothing that --fail-on-change names
        1  different in what --fail-on-change names
        2  wrong usage, unreadable input or unwritable output
      """)

  @Argument(
    help: "The capture to start from: a file, a directory, a pattern; '-' is standard input.",
    completion: .file(extensions: CompareCommand.fileEndings))
  var base: String

  @Argument(
    help: "The capture to hold against it, in the same way.",
    completion: .file(extensions: CompareCommand.fileEndings))
  var new: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Folder of the comparison (default: Reports/<base>-<new>).", valueName: "DIR"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write one format to standard output and no files.", valueName: "FORMAT"))
  var stdout: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "Formats to write, with commas: html, json, md (default: all).", valueName: "LIST"))
  var format: FormatList?

  @Option(
    help: ArgumentHelp(
      "Compare only packets that pass this filter, in libpcap's syntax.", valueName: "BPF"))
  var filter: String?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there are such changes: any, new, gone, changed or never.",
      valueName: "KIND"))
  var failOnChange = ChangeLevel.never

  @Option(help: "Changes shown of each kind of thing; comparison.json has all.")
  var top = 20

  @Option(help: "Title of the comparison (default: the captures' names).")
  var title: String?

  @OptionGroup var branding: BrandingOptions

  @OptionGroup var language: LanguageOptions

  @Option(help: "Colours: light, dark, or auto as the reader has it.")
  var theme = ReportTheme.auto

  @OptionGroup(title: "Findings") var rules: RuleOptions

  @OptionGroup var bounds: BoundOptions

  @Option(help: "Threads that analyse (default: one a core).")
  var workers: Int?

  @OptionGroup var logging: LogOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  private static let fileEndings = ["pcap", "pcapng", "cap", "gz", "zst", "lz4"]

  mutating func validate() throws {
    guard [base, new].contains(where: { $0 != "-" }) else {
      throw ValidationError("standard input can be read only once: '-' stands twice")
    }
    if let stdout, !ReportFormat.standardOutput.contains(stdout) {
      throw ValidationError("--stdout takes json, md or text")
    }
    if let format, !format.formats.isSubset(of: ComparisonReport.formats) {
      throw ValidationError("--format takes html, json and md")
    }
    guard top >= 1 else { throw ValidationError("--top takes a number from 1") }
    if let workers, !(1...64).contains(workers) {
      throw ValidationError("--workers takes a number from 1 to 64")
    }
  }

  func run() throws {
    Message.configure(quiet: quiet, verbose: false)
    var settings = ComparisonSettings()
    settings.findings = try rules.settings()
    let (mine, others) = (try analyse(base), try analyse(new))
    guard let before = mine.snapshot, let after = others.snapshot else { throw ExitCode(2) }
    let comparison = Comparison(base: before, new: after, settings: settings)
    try write(ComparisonReport(comparison, options: reportOptions))
    language.tellGaps()
    if mine.hasFailed || others.hasFailed { throw ExitCode(2) }
    if comparison.changes.contains(where: { failOnChange.includes($0.kind) }) {
      throw ExitCode(1)
    }
  }

  /// One side with tables that hold everything, or nearly so; no snapshot if nothing could be read.
  private func analyse(_ capture: String) throws -> (snapshot: Snapshot?, hasFailed: Bool) {
    let selection = try SelectionOptions.selection(filter: filter)
    var options = bounds.analysisOptions()
    options.maxRows = 100_000
    options.recentPackets = 0
    let captures = CaptureSet([capture])
    let run = AnalysisRun(
      options: options, workers: workers ?? captures.suitableWorkers, quiet: quiet)
    let result = try run.run(captures, selection: selection)
    for failure in result.failures { Message.error(failure) }
    let isEmpty = result.snapshot.capture.files.isEmpty
    return (isEmpty ? nil : result.snapshot, !result.failures.isEmpty)
  }

  private var reportOptions: ReportOptions {
    var options = ReportOptions()
    options.title = title
    options.language = language.language
    options.top = top
    options.theme = theme
    options.branding = branding.branding
    options.version = PacketpressCommand.version
    options.formats = format?.formats ?? Set(ComparisonReport.formats)
    return options
  }

  private func write(_ report: ComparisonReport) throws {
    if let stdout {
      if let bytes = report.standardOutput(stdout) { StandardStream.write(bytes, to: 1) }
      return
    }
    let directory = output ?? "Reports/\(OutputName.of([base]))-\(OutputName.of([new]))"
    do {
      try ReportWriter(directory: directory).write(report.files())
    } catch {
      throw CommandFailure(error)
    }
    let place = report.options.formats.contains(.html) ? "\(directory)/index.html" : directory
    if !quiet { StandardStream.write(Array("Comparison: \(place)\n".utf8), to: 1) }
  }
}
