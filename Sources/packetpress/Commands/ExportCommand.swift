import ArgumentParser
import CaptureFormats
import Glibc
import Reporting
import TrafficAnalysis

/// `packetpress export`: one table of a capture for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write one table as CSV, JSON or NDJSON.",
    discussion: """
      Tables: packets, flows, hosts, protocols, dns (queries with their answers), http
      (requests with their responses), tls (handshakes). Packets, queries and requests
      are written as they are read, in constant memory; a query without an answer comes
      at the end.

      EXAMPLES:
        packetpress export packets capture.pcap > packets.csv
        packetpress export flows a.pcap --format ndjson | jq 'select(.state=="REJ")'
        packetpress export dns *.pcap.gz --format json -o dns.json
      """)

  enum Table: String, ExpressibleByArgument, CaseIterable {
    case packets, flows, hosts, protocols, dns, http, tls
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json, ndjson }

  @Argument(help: "packets, flows, hosts, protocols, dns, http or tls.")
  var table: Table

  @OptionGroup var input: InputOptions

  @OptionGroup var geography: GeoOptions

  @OptionGroup var vendors: VendorOptions

  @Option(help: "csv, json or ndjson.")
  var format = Format.csv

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "FILE"))
  var output: String?

  @OptionGroup var logging: LogOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more on the way.")
  var verbose = false

  func run() throws {
    Message.configure(quiet: quiet, verbose: verbose)
    let selection = try input.selection.selection()
    var options = AnalysisOptions()
    options.locator = try geography.locator()
    options.vendors = try vendors.directory()
    let captures = CaptureSet(input.captures)
    let sink = try ExportSink(path: output)
    var writer = TableWriter(table: table, format: format)
    let failures =
      [.packets, .dns, .http].contains(table)
      ? stream(captures, selection, sink, &writer)
      : try summary(captures, selection, options, &writer)
    for failure in failures.lines { Message.error(failure) }
    guard failures.hasFiles else {
      sink.abandon()
      throw ExitCode(2)
    }
    writer.end()
    sink.write(writer.drain())
    try sink.finish()
    if !failures.lines.isEmpty { throw ExitCode(2) }
  }

  private struct Failures {
    var lines: [String]
    var hasFiles: Bool
  }

  /// Every row as it comes; ends early when nobody reads any more.
  private func stream(
    _ captures: CaptureSet, _ selection: PacketSelection, _ sink: ExportSink,
    _ writer: inout TableWriter
  ) -> Failures {
    let reader = CaptureReader(captures, selection: selection)
    let analyzer = TrafficAnalyzer(options: streamOptions)
    let block = PacketBlock()
    var progress = ProgressLine(total: captures.size, quiet: quiet || output == nil)
    while reader.next(into: block) {
      analyzer.consume(block)
      take(from: analyzer, &writer)
      guard sink.write(writer.drain()) else { break }
      progress.update(packets: reader.packets, bytes: reader.bytesRead)
    }
    analyzer.finish()
    take(from: analyzer, &writer)
    progress.clear()
    return Failures(
      lines: reader.failures, hasFiles: !reader.files.isEmpty || reader.packets > 0)
  }

  private var streamOptions: AnalysisOptions {
    var options = AnalysisOptions()
    options.recentPackets = table == .packets ? .max : 0
    options.dnsTransactions = table == .dns ? .max : 1
    options.takesTransactions = table == .http
    // Enough to recognise applications; idle flows are not needed for a list.
    options.maxFlows = 200_000
    return options
  }

  private func take(from analyzer: TrafficAnalyzer, _ writer: inout TableWriter) {
    for packet in analyzer.takeRecentPackets() { writer.add(packet) }
    if table == .dns {
      for transaction in analyzer.takeDNSTransactions() { writer.add(transaction) }
    }
    for transaction in analyzer.takeTransactions() { writer.add(transaction) }
  }

  private func summary(
    _ captures: CaptureSet, _ selection: PacketSelection, _ options: AnalysisOptions,
    _ writer: inout TableWriter
  ) throws -> Failures {
    var options = options
    options.maxRows = 0
    options.recentPackets = 0
    let run = AnalysisRun(
      options: options, workers: captures.suitableWorkers, quiet: quiet)
    let result = try run.run(captures, selection: selection)
    writer.add(result.snapshot)
    return Failures(
      lines: result.failures, hasFiles: !result.snapshot.capture.files.isEmpty)
  }
}
