import Anonymization
import ArgumentParser
import CaptureFormats
import Findings
import Reporting
import TrafficAnalysis

/// `packetpress analyze`: captures become a report.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyse captures and write a report.",
    discussion: """
      Writes index.html, report.pdf, report.json, summary.md, charts/ and tables/
      into the output folder; files that are there already are replaced one by one,
      never left half written.

      EXAMPLES:
        packetpress analyze capture.pcapng
        packetpress analyze -o today --title 'Office, Monday' monday/*.pcap.gz
        packetpress analyze run.pcap --author 'Net team' --logo us.svg --note why.md
        packetpress analyze capture.pcap --filter 'host 192.0.2.7 and not port 22'
        packetpress analyze a.pcap --from 2026-11-23T10:00Z --to 2026-11-23T10:05Z
        ssh gateway tcpdump -w - | packetpress analyze - --stdout text
        packetpress analyze capture.pcap --stdout json | jq .tcp
        packetpress analyze capture.pcap --anonymize --anonymize-key secret.key
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder of the report (default: Reports/<capture>).", valueName: "DIR"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write one format to standard output and no files.", valueName: "FORMAT"))
  var stdout: ReportFormat?

  @OptionGroup var report: ReportArguments

  @OptionGroup(title: "Findings") var judging: JudgementOptions

  @OptionGroup var reading: ReadingOptions

  mutating func validate() throws {
    if let stdout, !ReportFormat.standardOutput.contains(stdout) {
      throw ValidationError("--stdout takes json, md or text")
    }
  }

  func run() throws {
    Message.configure(quiet: report.quiet, verbose: report.verbose)
    let judge = try Judge(judging)
    let disguise = Disguise(anonymizer: try report.anonymizing.anonymizer())
    let result = try reading.analyse(
      input.captures, selection: input.selection, report: report,
      wantsRecentPackets: stdout?.isDigest != true)
    let snapshot = disguise(result.snapshot)
    var verdict = disguise(
      judge.verdict(on: result.snapshot), on: snapshot, settings: judge.settings)
    let evidence = try collectEvidence(of: &verdict.judgement, disguise.anonymizer)
    let options = disguise(report.reportOptions(input.selection))
    try write(Report(snapshot, verdict: verdict, options: options), evidence)
    report.language.tellGaps()
    try judge.tell(
      verdict, of: snapshot.capture.files.map(\.name), directory: stdout == nil ? directory : "")
    if !result.failures.isEmpty { throw ExitCode(2) }
    let status = judge.status(verdict)
    if status != 0 { throw ExitCode(status) }
  }

  private var directory: String { output ?? "Reports/" + OutputName.of(input.captures) }

  /// The packets that findings name, from a second reading.
  private func collectEvidence(
    of judgement: inout Judgement, _ anonymizer: Anonymizer?
  ) throws -> [ReportFile] {
    guard stdout == nil, !judging.noEvidence else { return [] }
    var collector = EvidenceCollector(judgement, anonymizer)
    collector.collect(CaptureSet(input.captures), selection: try input.selection.selection())
    return collector.files(for: &judgement)
  }

  private func write(_ report: Report, _ evidence: [ReportFile]) throws {
    if let stdout {
      if let bytes = report.standardOutput(stdout) { StandardStream.write(bytes, to: 1) }
      return
    }
    do {
      let files = try report.files() + evidence
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
    if !self.report.quiet { StandardStream.write(Array("Report: \(place)\n".utf8), to: 1) }
  }
}
