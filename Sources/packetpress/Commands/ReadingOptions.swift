import ArgumentParser
import TrafficAnalysis

/// How captures are read from files.
struct ReadingOptions: ParsableArguments {
  @Option(help: "SHA-256 of the files: auto (up to 64 MB), always or never.")
  var hash = HashPolicy.auto

  @Option(help: "Threads that analyse (default: one a core).")
  var workers: Int?

  mutating func validate() throws {
    if let workers, !(1...64).contains(workers) {
      throw ValidationError("--workers takes a number from 1 to 64")
    }
  }

  /// Analyses the captures and says what could not be read.
  ///
  /// Where nothing could be read there is nothing to report: that ends the command. Recent packets
  /// that nobody is shown need not be kept.
  func analyse(
    _ arguments: [String], selection: SelectionOptions, report: ReportArguments,
    wantsRecentPackets: Bool = true
  ) throws -> AnalysisRun.Result {
    let selection = try selection.selection()
    var options = try report.analysisOptions()
    if !wantsRecentPackets { options.recentPackets = 0 }
    let captures = CaptureSet(arguments)
    let run = AnalysisRun(
      options: options, workers: workers ?? captures.suitableWorkers, quiet: report.quiet)
    var result = try run.run(captures, selection: selection)
    FreedMemory.giveBack(false)
    for failure in result.failures { Message.error(failure) }
    guard !result.snapshot.capture.files.isEmpty else { throw ExitCode(2) }
    hash.apply(to: &result.snapshot.capture.files)
    return result
  }
}
