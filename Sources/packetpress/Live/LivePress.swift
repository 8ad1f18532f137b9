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
    var judging: FindingSettings
    var disguise: Disguise
    /// Formats that are written at every interval.
    var liveFormats: Set<ReportFormat>
  }

  private let settings: Settings
  private let writer: ReportWriter
  private let server: PublishedReport?

  init(_ settings: Settings, server: PublishedReport?) {
    self.settings = settings
    self.server = server
    writer = ReportWriter(directory: settings.directory)
  }

  /// The two pages, while the capture goes on and in the end; a report that is closed goes into a
  /// folder of its own.
  func print(_ moment: LiveMoment) throws {
    guard moment.closes else { return try printLive(moment) }
    let name = "until-" + FolderName.of(moment.taken)
    let (snapshot, verdict) = shown(moment.snapshot())
    let files = try Report(snapshot, verdict: verdict, options: settings.options).files()
    try ReportWriter(directory: "\(settings.directory)/\(name)").write(files)
  }

  private func printLive(_ moment: LiveMoment) throws {
    var options = settings.options
    if !moment.isLast { options.formats = settings.liveFormats }
    let whole = moment.snapshot()
    let last = moment.window.snapshot(
      files: moment.files, filter: moment.filter, recentPackets: whole.recentPackets)
    let page = self.page(moment, whole.capture, activeFlows: last.conversations.total)
    let (snapshot, verdict) = shown(whole)
    let report = LiveReport(
      whole: snapshot, verdict: verdict, window: settings.disguise(last), options: options,
      page: settings.disguise(page))
    // Capture is over when the last one is drawn, and somebody waits for it.
    let files = try report.files(parallel: moment.isLast)
    publish(files, report.status)
    try writer.write(files)
  }

  /// What of a snapshot is shown, and what is said of it.
  private func shown(_ snapshot: Snapshot) -> (Snapshot, Verdict) {
    let verdict = Verdict(judgement: Judgement(snapshot, settings: settings.judging))
    let image = settings.disguise(snapshot)
    return (image, settings.disguise(verdict, on: image, settings: settings.judging))
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
