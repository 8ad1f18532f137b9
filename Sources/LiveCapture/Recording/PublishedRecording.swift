/// What others see of a recording, so that nobody waits for a disk to see it.
struct PublishedRecording: Sendable {
  var status: RecordingStatus
  private var events: [RecordingEvent] = []
  /// Packets that had found no room when it was told last, and when that was.
  private var toldOverflow: UInt64 = 0
  private var toldTime: ContinuousClock.Instant?

  private static let eventLimit = 100

  init(_ status: RecordingStatus) { self.status = status }

  /// If nobody takes events, the newest stay.
  mutating func add(_ event: RecordingEvent) {
    if events.count == Self.eventLimit { events.removeFirst() }
    events.append(event)
  }

  mutating func takeEvents() -> [RecordingEvent] {
    defer { events.removeAll() }
    return events
  }

  /// Tells of packets that found no room, at most once a minute and at the end.
  mutating func tellOverflow(_ batch: RecordingBatch, path: String) {
    guard batch.overflow > toldOverflow, !status.isStopped else { return }
    let now = ContinuousClock.now
    if let toldTime, now - toldTime < .seconds(60), !batch.isLast { return }
    let count = batch.overflow - toldOverflow
    add(
      RecordingEvent(
        level: .warning, text: "\(path): the disk is too slow; \(count) packets were not saved"))
    toldOverflow = batch.overflow
    toldTime = now
  }
}
