import CaptureFormats
import Findings
import LiveCapture
import ReportServer
import Reporting
import TrafficAnalysis

/// Makes the files of a live report out of moments.
final class LivePress: @unchecked Sendable {
  struct Settings: Sendable {
    var directory: String
    /// What is captured, in words.
    var source: String
    var everySeconds: Int
    var windowSeconds: Int
    /// Of the last report; its formats are written at the end.
    var options: ReportOptions
    var disguise: Disguise
    /// Formats that are written at every interval.
    var liveFormats: Set<ReportFormat>
  }

  /// Where the packets of findings come from.
  struct Evidence {
    let lately: LiveEvidence
    /// What is played back can be read again in the end.
    var replayed: (captures: CaptureSet, selection: PacketSelection)?
  }

  private let settings: Settings
  private let judge: Judge
  /// Nil where none is wanted.
  private let evidence: Evidence?
  private let writer: ReportWriter
  private let server: PublishedReport?
  /// What was said of the last moment.
  private(set) var lastVerdict: Verdict?

  init(_ settings: Settings, judge: Judge, evidence: Evidence?, server: PublishedReport?) {
    self.settings = settings
    self.judge = judge
    self.evidence = evidence
    self.server = server
    writer = ReportWriter(directory: settings.directory)
  }

  /// The two pages, while the capture goes on and in the end; a report that is closed goes into a
  /// folder of its own.
  func print(_ moment: LiveMoment) throws {
    guard moment.closes else { return try printLive(moment) }
    let name = "until-" + FolderName.of(moment.taken)
    let (shown, judged) = judged(moment.snapshot(), moment)
    let files = try Report(shown, verdict: judged.verdict, options: settings.options).files()
    try ReportWriter(directory: "\(settings.directory)/\(name)").write(files + judged.evidence)
  }

  private func printLive(_ moment: LiveMoment) throws {
    var options = settings.options
    if !moment.isLast { options.formats = settings.liveFormats }
    let whole = moment.snapshot()
    let last = moment.window.snapshot(
      files: moment.files, filter: moment.filter, recentPackets: whole.recentPackets)
    let (shown, judged) = judged(whole, moment)
    if moment.isLast { lastVerdict = judged.verdict }
    var page = self.page(moment, whole.capture, activeFlows: last.conversations.total)
    if let notice = judged.notice { page.notices.append(notice) }
    let report = LiveReport(
      whole: shown, verdict: judged.verdict, window: settings.disguise(last), options: options,
      page: settings.disguise(page))
    // Capture is over when the last one is drawn, and somebody waits for it.
    let files = try report.files(parallel: moment.isLast) + judged.evidence
    publish(files, report.status)
    try writer.write(files)
  }

  private struct Judged {
    var verdict: Verdict
    var evidence: [ReportFile] = []
    /// What is to be known of the evidence.
    var notice: String?
  }

  /// What of a snapshot is shown, and what is said of it.
  private func judged(_ snapshot: Snapshot, _ moment: LiveMoment) -> (Snapshot, Judged) {
    let shown = settings.disguise(snapshot)
    let verdict = judge.verdict(on: snapshot, isLast: moment.isLast)
    var result = Judged(
      verdict: settings.disguise(verdict, on: shown, settings: judge.settings))
    guard let evidence else { return (shown, result) }
    if moment.isLast, let (captures, selection) = evidence.replayed, captures.size != nil {
      var collector = EvidenceCollector(
        result.verdict.judgement, settings.disguise.anonymizer)
      collector.collect(captures, selection: selection)
      result.evidence = collector.files(for: &result.verdict.judgement)
      return (shown, result)
    }
    let incomplete: Int
    (result.evidence, incomplete) = evidence.lately.files(for: &result.verdict.judgement)
    if incomplete > 0 { result.notice = LiveEvidence.notice(incomplete) }
    return (shown, result)
  }

  private func publish(_ files: [ReportFile], _ status: LiveStatus) {
    guard let server else { return }
    server.publishStatus(
      json: String(decoding: status.json, as: UTF8.self),
      metrics: String(decoding: status.metrics, as: UTF8.self))
    server.publish(files.map { ($0.path, $0.bytes) }, generation: status.page.generation)
  }

  private func page(
    _ moment: LiveMoment, _ capture: CaptureSummary, activeFlows: Int
  ) -> LivePage {
    var page = LivePage(
      everySeconds: settings.everySeconds, windowSeconds: settings.windowSeconds,
      started: moment.started, updated: moment.taken, source: settings.source)
    page.state = moment.isLast ? .ended : .running
    page.eventsPath = server == nil ? nil : "events"
    page.activeFlows = UInt64(activeFlows)
    page.generation = moment.generation
    page.packets = capture.packets
    page.bytes = capture.bytes
    page.packetsPerSecond = moment.packetsPerSecond
    page.bitsPerSecond = moment.bitsPerSecond
    page.interfaces = moment.interfaces.map { interface in
      LivePage.Interface(
        name: interface.name, state: interface.state.rawValue, received: interface.received,
        dropped: interface.dropped, droppedByInterface: interface.droppedByInterface)
    }
    page.dropped = moment.dropped
    page.notices = moment.notices
    page.saved = moment.saved
    return page
  }
}
