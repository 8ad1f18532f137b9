import ArgumentParser
import CaptureFormats
import LiveCapture
import ReportServer
import Reporting
import TrafficAnalysis

/// `packetpress live`: a report that keeps itself up to date.
struct LiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "live",
    abstract: "Capture, and write the report anew every few seconds.",
    discussion: """
      Open index.html of the output folder in a browser: it keeps itself up to date,
      from the file, from any web server, or from --serve. Ctrl-C writes the last
      complete report.

      Every report is judged, by --expect too; --junit, --sarif, --code-quality and
      --annotations are written in the end, which gives the exit status. Packets of
      findings are put into evidence/ as long as the program still has them: it keeps
      the newest (1/32 of --memory) and those that a finding named in time. The page
      says of how many findings some are missing.

      EXAMPLES:
        packetpress live -i eth0
        packetpress live -i eth0 -i wlan0 --every 2s --serve
        packetpress live -i any --filter 'not port 22' -o /srv/www/traffic
        packetpress live -i eth0 --write seen.pcapng --rotate 100MB,1h --keep 24
        ssh gateway tcpdump -U -w - | packetpress live -
        packetpress live --replay capture.pcapng --speed 10
        packetpress live --follow /var/log/capture.pcapng

      Capturing needs one right, given once:
        sudo setcap cap_net_raw=ep "$(command -v packetpress)"

      SIGNALS:
        INT, TERM  write the last complete report and end; a second one ends at once
        HUP        keep the report so far in a folder of its own, and begin a new one
      """)

  @OptionGroup var input: LiveInputOptions

  @Option(help: ArgumentHelp("Time between two reports, 1s to 1h.", valueName: "TIME"))
  var every = DurationArgument(seconds: 5)

  @Option(help: ArgumentHelp("How long the last while of the second page is.", valueName: "TIME"))
  var window = DurationArgument(minutes: 15)

  @Option(help: ArgumentHelp("End after this time.", valueName: "TIME"))
  var duration: DurationArgument?

  @Option(help: ArgumentHelp("End after so many packets.", valueName: "N"))
  var packets: UInt64?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder of the report (default: Reports/live-<name>).", valueName: "DIR"))
  var output: String?

  @OptionGroup(title: "Report") var report: ReportArguments

  @OptionGroup(title: "Findings") var judging: JudgementOptions

  @OptionGroup(title: "Server") var serving: ServeOptions

  @OptionGroup(title: "Saving packets") var recording: RecordingOptions

  @OptionGroup(title: "Privileges") var privileges: PrivilegeOptions

  mutating func validate() throws {
    guard (.seconds(1) ... .seconds(3600)).contains(every.duration) else {
      throw ValidationError("--every takes a time from 1s to 1h")
    }
    guard (.seconds(10) ... .seconds(604_800)).contains(window.duration) else {
      throw ValidationError("--window takes a time from 10s to 7d")
    }
    if let packets, packets == 0 { throw ValidationError("--packets takes a number from 1") }
  }

  func run() throws {
    Message.configure(quiet: report.quiet, verbose: report.verbose)
    try LiveRun(self).run()
  }
}
