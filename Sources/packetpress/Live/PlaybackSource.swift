import CaptureFormats
import LiveCapture

/// Saved captures, a growing one or a stream, as a source for live mode.
final class PlaybackSource: LiveSource {
  let interfaces: [InterfaceStatus] = []
  private let name: String
  private let input: ReadAhead
  private let growth: FileGrowth?
  /// Nil gives packets as fast as they are taken.
  private var pace: Pace?
  /// What was read and is not due yet.
  private var pending: PacketBlock?
  private var given = 0

  /// Reads `captures`; at the speed of their time stamps times `speed`, if that is given; `growth`
  /// is what the reader waits with at the end of a file.
  init(_ reader: CaptureReader, name: String, speed: Double? = nil, growth: FileGrowth? = nil) {
    self.name = name
    self.growth = growth
    pace = speed.map { Pace(speed: $0) }
    input = ReadAhead(reader)
    input.start()
  }

  var files: [CaptureFileSummary] {
    let files = input.files
    return files.isEmpty ? [CaptureFileSummary(name: name, format: "")] : files
  }

  var filteredOut: UInt64 { input.filteredOut }

  /// What could not be read, one line each.
  var failures: [String] { input.failures }

  func wake() { input.wake() }

  func takeEvents() -> [String] { [] }

  /// Ends reading; what was read ahead is not given out any more.
  func stop() {
    growth?.stop()
    input.stop()
  }

  func next(into block: PacketBlock, waiting milliseconds: Int) throws -> LiveArrival {
    block.records.removeAll(keepingCapacity: true)
    if pending == nil {
      switch input.next(waiting: milliseconds) {
      case .nothing: return .nothing
      case .ended: return .ended
      case .block(let next): pending = next
      }
      given = 0
    }
    guard let waiting = pending else { return .nothing }
    guard pace != nil else {
      swap(&block.records, &waiting.records)
      swap(&block.bytes, &waiting.bytes)
      pending = nil
      return .packets
    }
    return giveDue(of: waiting, into: block, waiting: milliseconds)
  }

  private func giveDue(
    of full: PacketBlock, into block: PacketBlock, waiting milliseconds: Int
  ) -> LiveArrival {
    guard
      let (count, wait) = pace?.due(full.records, from: given, now: MonotonicClock.now())
    else { return .nothing }
    guard count > 0 else {
      input.pause(Int(min(Int64(milliseconds), wait / 1_000_000 + 1)))
      return .nothing
    }
    block.records.append(contentsOf: full.records[given..<given + count])
    block.bytes = full.bytes
    given += count
    if given == full.records.count { pending = nil }
    return .packets
  }
}
