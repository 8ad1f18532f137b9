import CaptureFormats
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

  /// The two pages while the capture goes on; a report that is closed in a folder of its own.
  func print(_ moment: LiveMoment) throws {
    guard moment.closes else { return try printLive(moment) }
    let name = "until-" + FolderName.of(moment.taken)
    let files = try Report(moment.snapshot, options: settings.options).files()
    try ReportWriter(directory: "\(settings.directory)/\(name)").write(files)
  }

  private func printLive(_ moment: LiveMoment) throws {
    var page = self.page(moment)
    var options = settings.options
    options.formats = settings.liveFormats
    let last = moment.window.map { $0.snapshot(files: moment.files, filter: moment.snapshot.capture.filter) }
    page.activeFlows = UInt64(last?.conversations.total ?? 0)
    options.live = page
    let whole = Report(moment.snapshot, options: options)
    page.view = .window
    options.live = page
    let window = last.map { Report($0, options: options) }
    let files = try LiveFiles(whole: whole, window: window).files()
    publish(files, moment)
    try writer.write(files)
  }

  /// The report that stays.
  func printLast(_ moment: LiveMoment) throws {
    let files = try Report(moment.snapshot, options: settings.options).files()
    publish(files, moment)
    try writer.write(files)
  }

  private func publish(_ files: [ReportFile], _ moment: LiveMoment) {
    server?.publish(files.map { ($0.path, $0.bytes) }, generation: moment.generation)
  }

  private func page(_ moment: LiveMoment) -> LivePage {
    var page = LivePage(
      everySeconds: settings.everySeconds, windowSeconds: settings.windowSeconds,
      started: moment.started, updated: moment.taken, source: settings.source)
    page.generation = moment.generation
    page.packets = moment.snapshot.capture.packets
    page.bytes = moment.snapshot.capture.bytes
    page.packetsPerSecond = moment.packetsPerSecond
    page.bitsPerSecond = moment.bitsPerSecond
    page.interfaces = moment.interfaces.map { interface in
      LivePage.Interface(
        name: interface.name, state: interface.state.rawValue, received: interface.received,
        dropped: interface.dropped, droppedByInterface: interface.droppedByInterface)
    }
    if !moment.interfaces.isEmpty {
      page.dropped = moment.interfaces.reduce(0) { $0 + $1.dropped + $1.droppedByInterface }
    }
    page.notices = moment.notices
    page.saved = moment.saved
    return page
  }
}
