import ArgumentParser
import Findings
import Reporting
import TrafficAnalysis

/// `packetpress learn`: good captures become expectations.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Write expectations from good captures.",
    discussion: """
      Each capture is analysed by itself; what all of them show becomes a list of
      expectations in YAML, commented, to be read and changed: peers, names, ports,
      protocols, and bands of round trips, loss and volume.

      EXAMPLES:
        packetpress learn good-1.pcap good-2.pcap good-3.pcap > expect.yml
        packetpress learn 'nightly/*.pcap' -o expect.yml
        packetpress analyze run.pcap --expect expect.yml
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "FILE"))
  var output: String?

  @OptionGroup var bounds: BoundOptions

  @OptionGroup var logging: LogOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    Message.configure(quiet: quiet, verbose: false)
    let selection = try input.selection.selection()
    var options = bounds.analysisOptions()
    options.maxRows = 0
    options.recentPackets = 0
    let captures = CaptureSet(input.captures)
    var failures = captures.failures
    var snapshots: [Snapshot] = []
    for path in captures.paths {
      let run = AnalysisRun(options: options, workers: 1, quiet: quiet)
      let result = try run.run(CaptureSet([path]), selection: selection)
      failures += result.failures
      if !result.snapshot.capture.files.isEmpty { snapshots.append(result.snapshot) }
    }
    for failure in failures { Message.error(failure) }
    // A capture that cannot be read whole is no good one.
    guard failures.isEmpty, !snapshots.isEmpty else { throw ExitCode(2) }
    let bytes = Array(LearnedExpectations(snapshots: snapshots).text.utf8)
    guard let output else {
      StandardStream.write(bytes, to: 1)
      return
    }
    do { try FileSystem.replace(output, with: bytes) } catch { throw CommandFailure(error) }
  }
}
