import CaptureFormats
import LiveCapture
import TrafficAnalysis

/// Captures and analyses on one thread, and lets a moment go at every tick.
final class LiveSession {
  struct Settings {
    /// Nanoseconds between two reports.
    var every: Int64 = 5_000_000_000
    /// Nanoseconds after which it ends by itself.
    var duration: Int64?
    /// Packets after which it ends by itself.
    var packets: UInt64?
    /// The last while that has a page of its own.
    var window = WindowOptions(seconds: 900)
    var filter: String?
    var analysis = AnalysisOptions()
    /// True if packets are stamped by this machine's clock, so that the window ends now.
    var isClockOurs = true
  }

  private let source: any LiveSource
  private let settings: Settings
  private let signals: LiveSignals
  private let reports: ReportThread
  private let recorder: CaptureRecorder?
  private let backlog: PacketBacklog?
  private let block = PacketBlock()

  private var analyzer: TrafficAnalyzer
  private var meter: RateMeter
  private var started: Timestamp
  private let began = MonotonicClock.now()
  private var generation: UInt64 = 0
  private var packets: UInt64 = 0
  private var bytes: UInt64 = 0
  /// Of reports that were closed before this one.
  private var filteredOutBefore: UInt64 = 0
  private var line: LiveLine

  init(
    _ source: any LiveSource, settings: Settings, signals: LiveSignals, reports: ReportThread,
    recorder: CaptureRecorder?, backlog: PacketBacklog?, quiet: Bool
  ) {
    self.backlog = backlog
    self.source = source
    self.settings = settings
    self.signals = signals
    self.reports = reports
    self.recorder = recorder
    analyzer = Self.analyzer(settings)
    meter = RateMeter(now: began)
    started = MonotonicClock.timeOfDay()
    line = LiveLine(quiet: quiet)
  }

  private static func analyzer(_ settings: Settings) -> TrafficAnalyzer {
    TrafficAnalyzer(options: settings.analysis, window: settings.window)
  }

  /// What came of it.
  struct Result {
    var last: LiveMoment
    /// What ended the source before its time.
    var failure: (any Error)?
  }

  /// Runs until a signal, the end of the source, or as long as was asked for.
  func run() -> Result {
    var failure: (any Error)?
    do {
      try capture()
    } catch {
      failure = error
    }
    line.clear()
    report(source.takeEvents())
    var last = moment(isFinal: true)
    last.isLast = true
    return Result(last: last, failure: failure)
  }

  private func capture() throws {
    var tick = began
    while !signals.isStopping, !isOver {
      let now = MonotonicClock.now()
      if now >= tick {
        let moment = moment()
        reports.offer(moment)
        line.show(packets: packets, moment)
        tick = max(tick + settings.every, now)
      }
      if signals.takeRenewal() { renew() }
      report(source.takeEvents())
      reportRecording()
      switch try source.next(into: block, waiting: wait(until: tick)) {
      case .packets: consume()
      case .nothing: continue
      case .ended: return
      }
    }
  }

  private var isOver: Bool {
    if let limit = settings.packets, packets >= limit { return true }
    guard let duration = settings.duration else { return false }
    return MonotonicClock.now() - began >= duration
  }

  /// Milliseconds until the next thing is to be done by the clock.
  private func wait(until tick: Int64) -> Int {
    let end = settings.duration.map { began + $0 } ?? .max
    let left = min(tick, end) - MonotonicClock.now()
    return Int(max(1, left / 1_000_000))
  }

  private func consume() {
    if let limit = settings.packets { block.keepFirst(limit - packets) }
    recorder?.append(block)
    backlog?.append(block)
    analyzer.consume(block)
    packets += UInt64(block.records.count)
    for record in block.records { bytes &+= UInt64(record.originalLength) }
  }

  private func reportRecording() {
    for event in recorder?.takeEvents() ?? [] {
      line.clear()
      Message.say(event)
    }
  }

  private func report(_ events: [String]) {
    guard !events.isEmpty else { return }
    line.clear()
    for event in events { Message.warning(event) }
  }

  // MARK: - Moments

  private func moment(isFinal: Bool = false) -> LiveMoment {
    let now = MonotonicClock.now()
    let taken = MonotonicClock.timeOfDay()
    generation += 1
    var builder = SnapshotBuilder(options: settings.analysis)
    builder.add(analyzer, isFinal: isFinal)
    let end = settings.isClockOurs ? taken : analyzer.latestTime ?? taken
    guard let window = analyzer.windowState(now: end) else {
      preconditionFailure("an analyzer of a live session has a window")
    }
    var moment = LiveMoment(
      builder: builder, filter: settings.filter,
      filteredOut: source.filteredOut - filteredOutBefore, window: window, files: source.files,
      started: started, taken: taken, generation: generation)
    (moment.packetsPerSecond, moment.bitsPerSecond) =
      meter.rates(packets: packets, bytes: bytes, now: now)
    // Asks the kernel: once is enough.
    moment.interfaces = source.interfaces
    moment.notices = moment.interfaces.compactMap(Self.notice)
    if let recorder { add(recorder, to: &moment) }
    return moment
  }

  private func add(_ recorder: CaptureRecorder, to moment: inout LiveMoment) {
    recorder.interfaceStatistics(moment.interfaces)
    let status = recorder.status
    moment.saved = status.files.map(\.path)
    if let reason = status.stopReason {
      moment.notices.append("Packets are no longer saved: \(reason).")
    } else if status.packetsNotSaved > 0 {
      moment.notices.append("\(status.packetsNotSaved) packets came too fast to be saved.")
    }
  }

  private static func notice(_ interface: InterfaceStatus) -> String? {
    switch interface.state {
    case .up: nil
    case .down: "\(interface.name) is down; capture goes on when it is up again."
    case .gone: "\(interface.name) is gone; capture goes on when it is back."
    }
  }

  /// Writes what there is as a report of its own, and begins a new one.
  private func renew() {
    var last = moment(isFinal: true)
    last.closes = true
    reports.offer(last)
    analyzer = Self.analyzer(settings)
    started = MonotonicClock.timeOfDay()
    filteredOutBefore = source.filteredOut
  }
}
