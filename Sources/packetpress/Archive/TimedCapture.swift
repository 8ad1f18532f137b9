import CaptureFormats
import LiveCapture
import TrafficAnalysis

/// A capture that ends by itself: analysed on the way, on one thread.
struct TimedCapture {
  let options: AnalysisOptions
  /// What the source lets through, as the report names it.
  let filter: String?
  let duration: Duration
  /// Ends earlier after so many packets.
  let packets: UInt64?
  /// Where packets are kept for evidence.
  let backlog: PacketBacklog?

  struct Result {
    var snapshot: Snapshot
    /// By this machine's clock.
    var start: Timestamp
    /// What ended the source before its time.
    var failure: (any Error)?
    /// Interfaces that were not there in the end, in words.
    var absences: [String]
  }

  /// Captures until the time is over, or a signal or the end of the source comes first.
  func run(_ source: any LiveSource, signals: LiveSignals) -> Result {
    let analyzer = TrafficAnalyzer(options: options)
    let start = MonotonicClock.timeOfDay()
    var failure: (any Error)?
    do {
      try capture(source, analyzer, signals)
    } catch {
      failure = error
    }
    for event in source.takeEvents() { Message.warning(event) }
    var builder = SnapshotBuilder(options: options)
    builder.add(analyzer)
    let snapshot = builder.snapshot(
      files: source.files, filter: filter, filteredOut: source.filteredOut)
    let absent = source.interfaces.filter { $0.state != .up }
    return Result(
      snapshot: snapshot, start: start, failure: failure,
      absences: absent.map { "\($0.name) \($0.state.rawValue)" })
  }

  private func capture(
    _ source: any LiveSource, _ analyzer: TrafficAnalyzer, _ signals: LiveSignals
  ) throws {
    let block = PacketBlock()
    let end = MonotonicClock.now() + duration.wholeNanoseconds
    while !signals.isStopping, analyzer.packets < packets ?? .max {
      let left = end - MonotonicClock.now()
      guard left > 0 else { return }
      let wait = Int(min((left + 999_999) / 1_000_000, 1_000))
      switch try source.next(into: block, waiting: wait) {
      case .packets: consume(block, analyzer)
      case .nothing: break
      case .ended: return
      }
      for event in source.takeEvents() { Message.warning(event) }
    }
  }

  private func consume(_ block: PacketBlock, _ analyzer: TrafficAnalyzer) {
    if let packets { block.keepFirst(packets - analyzer.packets) }
    backlog?.append(block)
    analyzer.consume(block)
  }
}
