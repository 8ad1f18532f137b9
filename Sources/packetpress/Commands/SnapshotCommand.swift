import ArgumentParser
import Reporting

/// `packetpress snapshot`: one dated report of an archive, for schedules.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Capture for a while, write one dated report, keep the last ones.",
    discussion: """
      Adds DIR/2026-11-23T10-00-00Z/ (when the capture began, in UTC), lists all
      reports in DIR/index.html and lets DIR/latest point to the new one. Saved
      captures are reported on in the same way, all that are named in one report.
      Says nothing when nothing is wrong. While another run is at work in DIR, this
      one ends with status 2.

      EXAMPLES:
        packetpress snapshot -i eth0 --duration 60s -o /srv/www/traffic --keep 30
        packetpress snapshot -i eth0 --filter 'not port 22' -o traffic --keep-days 14
        packetpress snapshot capture.pcap.1 -o traffic --keep 30 --wait 5m

      Capturing needs one right, given once:
        sudo setcap cap_net_raw=ep "$(command -v packetpress)"
      """)

  @Argument(
    help: "Captures instead of an interface: files, directories, patterns; '-' is standard input.",
    completion: .file(extensions: ["pcap", "pcapng", "cap", "gz", "zst", "lz4"]))
  var captures: [String] = []

  @OptionGroup var interfaces: InterfaceOptions

  @Option(help: ArgumentHelp("How long to capture on an interface.", valueName: "TIME"))
  var duration = DurationArgument(seconds: 60)

  @Option(help: ArgumentHelp("End after so many packets of an interface.", valueName: "N"))
  var packets: UInt64?

  @OptionGroup var selection: SelectionOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Folder of the dated reports.", valueName: "DIR"))
  var output: String

  @Option(help: ArgumentHelp("Keep so many reports, the newest (default: all).", valueName: "N"))
  var keep: Int?

  @Option(help: ArgumentHelp("Keep reports for so many days.", valueName: "N"))
  var keepDays: Int?

  @Option(
    help: ArgumentHelp("Wait so long for another run in DIR (default: not).", valueName: "TIME"))
  var wait: DurationArgument?

  @OptionGroup(title: "Report") var report: ReportArguments

  @OptionGroup(title: "Findings") var judging: JudgementOptions

  @OptionGroup(title: "Reading captures") var reading: ReadingOptions

  @OptionGroup(title: "Privileges of a capture") var privileges: PrivilegeOptions

  mutating func validate() throws {
    if interfaces.interface.isEmpty == captures.isEmpty {
      throw ValidationError(
        "say what to report on: either -i INTERFACE ('packetpress interfaces' lists them) or captures"
      )
    }
    guard captures.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("standard input can be read only once: '-' stands twice")
    }
    if captures.isEmpty, selection.from != nil || selection.to != nil {
      throw ValidationError("--from and --to are for saved packets; take --duration with -i")
    }
    if let packets, packets == 0 { throw ValidationError("--packets takes a number from 1") }
    if let keep, keep < 1 { throw ValidationError("--keep takes a number from 1") }
    if let keepDays, keepDays < 1 { throw ValidationError("--keep-days takes a number from 1") }
    guard !output.isEmpty else { throw ValidationError("--output takes a folder") }
  }

  func run() throws {
    Message.configure(quiet: report.quiet, verbose: report.verbose)
    let status: Int32
    do {
      status = try SnapshotRun(self).run()
    } catch let error as ReportError {
      throw CommandFailure(error)
    }
    if status != 0 { throw ExitCode(status) }
  }
}
