import Anonymization
import CaptureFormats
import Charts
import Findings
import LiveCapture
import Reporting
import TrafficAnalysis
import Wording

/// One run of `packetpress snapshot`: captures or reads, then adds a report to the archive.
struct SnapshotRun {
  private let command: SnapshotCommand
  /// The packets of an interface, for evidence.
  private let backlog: PacketBacklog?

  init(_ command: SnapshotCommand) {
    self.command = command
    let isWanted = command.captures.isEmpty && !command.judging.noEvidence
    backlog = !isWanted ? nil : PacketBacklog(ofMemory: command.report.bounds.byteLimit)
  }

  /// What there is to report.
  private struct Outcome {
    var snapshot: Snapshot
    /// When a capture on an interface began.
    var start: Timestamp?
    /// What the verdict has to say besides what the snapshot knows.
    var remarks: [String] = []
    /// True if packets could not be read; why has been said.
    var hasFailed: Bool
  }

  /// Returns the exit status: 2 if there is a report, but not of all that was asked for.
  func run() throws -> Int32 {
    let judge = try Judge(command.judging)
    let disguise = Disguise(anonymizer: try command.report.anonymizing.anonymizer())
    // Before there are threads, which would be given the signals instead.
    if command.captures.isEmpty { LiveSignals.block() }
    let archive = try SnapshotArchive(
      directory: command.output, patience: command.wait?.duration ?? .zero)
    let outcome = try command.captures.isEmpty ? capture(for: archive) : read(for: archive)
    let now = MonotonicClock.timeOfDay()
    let snapshot = disguise(outcome.snapshot)
    var verdict = disguise(
      judge.verdict(on: outcome.snapshot), on: snapshot, settings: judge.settings)
    let evidence = try evidence(of: &verdict.judgement, disguise.anonymizer)
    let report = Report(
      snapshot, verdict: verdict, options: disguise(command.report.reportOptions(command.selection))
    )
    let record = SnapshotRecord(
      snapshot, title: report.document.title.text,
      start: outcome.start ?? snapshot.capture.firstPacket ?? now,
      remarks: outcome.remarks.map { disguise($0) } + Self.remarks(on: verdict))
    let page = ArchivePage(theme: command.report.theme, clock: command.report.clock)
    let directory = try archive.publish(
      report.files() + evidence, record,
      keeping: KeepRule(count: command.keep, days: command.keepDays),
      page: page, now: now)
    command.report.language.tellGaps()
    try judge.tell(verdict, of: snapshot.capture.files.map(\.name), directory: directory)
    return outcome.hasFailed ? 2 : judge.status(verdict)
  }

  /// The findings that somebody should look at, and expectations that do not hold.
  private static func remarks(on verdict: Verdict) -> [String] {
    let failed = verdict.expectations.count { $0.outcome == .failed }
    return [Severity.error, .warning].compactMap { severity in
      let count = verdict.judgement.count(severity)
      return count > 0 ? Numbers.count(UInt64(count), severity.rawValue).text : nil
    } + (failed > 0 ? ["\(Numbers.count(UInt64(failed), "expectation")) failed"] : [])
  }

  private func evidence(
    of judgement: inout Judgement, _ anonymizer: Anonymizer?
  ) throws -> [ReportFile] {
    guard !command.judging.noEvidence else { return [] }
    if let backlog {
      let (files, incomplete) = LiveEvidence(backlog, anonymizer).files(for: &judgement)
      if incomplete > 0 { Message.note(LiveEvidence.notice(incomplete)) }
      return files
    }
    var collector = EvidenceCollector(judgement, anonymizer)
    collector.collect(
      CaptureSet(command.captures), selection: try command.selection.selection())
    return collector.files(for: &judgement)
  }

  private func read(for archive: SnapshotArchive) throws -> Outcome {
    try archive.prepare()
    let result = try command.reading.analyse(
      command.captures, selection: command.selection, report: command.report)
    let hasFailed = !result.failures.isEmpty
    return Outcome(
      snapshot: result.snapshot, remarks: hasFailed ? ["not all could be read"] : [],
      hasFailed: hasFailed)
  }

  /// The device and the archive are open: what is not needed from here on is given up.
  private func enterSandbox() throws {
    SystemFonts.load()
    do {
      let missing = try Sandbox.enter(
        policy: command.privileges.sandbox ?? .best, user: command.privileges.user,
        writable: [command.output] + command.judging.folders)
      // A schedule would mail them each time.
      for line in missing { Message.detail(line) }
    } catch {
      throw CommandFailure(error)
    }
  }

  private func capture(for archive: SnapshotArchive) throws -> Outcome {
    let options = try command.report.analysisOptions(besides: LiveEvidence.byteLimit(of: backlog))
    let settings = command.interfaces.settings(filter: command.selection.filter)
    let source: InterfaceSource
    do { source = try InterfaceSource(settings) } catch { throw CommandFailure(error) }
    try enterSandbox()
    try archive.prepare()
    let signals = LiveSignals()
    let wakeSignal = source.wakeSignal
    signals.listen { wakeSignal.send() }
    let capture = TimedCapture(
      options: options, filter: command.selection.filter,
      duration: command.duration.duration, packets: command.packets,
      backlog: backlog)
    let result = capture.run(source, signals: signals)
    if let failure = result.failure { Message.error("\(failure)") }
    return Outcome(
      snapshot: result.snapshot, start: result.start,
      remarks: result.absences + (result.failure == nil ? [] : ["ended early"]),
      hasFailed: result.failure != nil)
  }
}
