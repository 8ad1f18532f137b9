import CaptureFormats
import Dispatch
import LiveCapture
import Synchronization
import TrafficAnalysis

/// Reads captures and analyses them, on one thread or on several.
struct AnalysisRun {
  let options: AnalysisOptions
  let workers: Int
  let quiet: Bool

  /// What came of it.
  struct Result {
    var snapshot: Snapshot
    var failures: [String]
  }

  func run(_ captures: CaptureSet, selection: PacketSelection) throws -> Result {
    let reader = CaptureReader(captures, selection: selection)
    var progress = ProgressLine(total: captures.size, quiet: quiet)
    let builder = sum(reader, &progress, isSmall: captures.isSmall)
    progress.clear()
    let snapshot = builder.snapshot(
      files: reader.files, filter: selection.filter?.expression, filteredOut: reader.filteredOut)
    Self.freeElsewhere(builder)
    try check(snapshot.capture.accounting, read: reader.packets)
    return Result(snapshot: snapshot, failures: reader.failures)
  }

  private func sum(
    _ reader: CaptureReader, _ progress: inout ProgressLine, isSmall: Bool
  ) -> SnapshotBuilder {
    // Starting, reading and adding up have their own parts of the program.
    func giveBackPages() { if !isSmall { ProgramPages.giveBack() } }
    giveBackPages()
    guard workers == 1 else {
      let team = WorkerTeam(options, count: workers)
      team.take {
        progress.update(packets: reader.packets, bytes: reader.bytesRead)
        return reader.next(into: $0)
      }
      giveBackPages()
      return team.sum
    }
    var builder = SnapshotBuilder(options: options)
    let analyzer = TrafficAnalyzer(options: options)
    let block = PacketBlock()
    while reader.next(into: block) {
      analyzer.consume(block)
      progress.update(packets: reader.packets, bytes: reader.bytesRead)
    }
    giveBackPages()
    builder.add(analyzer)
    return builder
  }

  /// Has another thread free what takes long to be freed.
  fileprivate static func freeElsewhere(_ builder: consuming SnapshotBuilder) {
    DispatchQueue.global().async { [builder] in _ = builder }
  }

  /// Every packet that was read is accounted for, on every run.
  private func check(_ accounting: Accounting, read: UInt64) throws {
    guard accounting.isBalanced, accounting.read == read else {
      throw CommandFailure(
        "internal error: \(read) packets were read, but \(accounting.filteredOut) filtered out, "
          + "\(accounting.decoded) decoded, \(accounting.undecoded) undecoded and "
          + "\(accounting.malformed) malformed; please report this with the capture")
    }
  }
}

/// Gives every block to every analyzer, each on a thread of its own, where it is also added up.
private final class WorkerTeam: Sendable {
  private static let blockCount = 4
  /// More than one thread alone would take: threads that wait for each other do so half as often.
  private static let blockCapacity = 640 << 10

  private let options: AnalysisOptions
  private let blocks = (0..<blockCount).map { _ in PacketBlock(capacity: blockCapacity) }
  /// How many analyzers have yet to take each block.
  private let pending = Mutex([Int](repeating: 0, count: blockCount))
  private let free = DispatchSemaphore(value: blockCount)
  private let done = DispatchGroup()
  private let ready: [DispatchSemaphore]
  /// How many blocks were filled so far.
  private let filled = Mutex(0)
  /// What each analyzer knows, once it has taken all blocks.
  private let sums: Mutex<[SnapshotBuilder?]>

  init(_ options: AnalysisOptions, count: Int) {
    self.options = options
    ready = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    sums = Mutex([SnapshotBuilder?](repeating: nil, count: count))
  }

  /// Calls `fill` on this thread until it returns false, and waits until every analyzer took every block.
  func take(_ fill: (PacketBlock) -> Bool) {
    for worker in ready.indices {
      DispatchQueue.global().async(group: done) { self.work(worker) }
    }
    var slot = 0
    while true {
      free.wait()
      guard fill(blocks[slot]) else { break }
      pending.withLock { $0[slot] = ready.count }
      filled.withLock { $0 += 1 }
      for semaphore in ready { semaphore.signal() }
      slot = (slot + 1) % Self.blockCount
    }
    // A signal without a block says that there are no more.
    for semaphore in ready { semaphore.signal() }
    for _ in 1..<Self.blockCount { free.wait() }
    // The sums shall have their memory.
    for block in blocks { block.removeAll() }
    // A semaphore must not go away below the value it was made with.
    for _ in blocks { free.signal() }
  }

  /// Waits for the analyzers, each of which adds up what it knows, and merges their sums.
  var sum: SnapshotBuilder {
    done.wait()
    var all = SnapshotBuilder(options: options)
    for worker in ready.indices {
      guard let sum = sums.withLock({ $0[worker].take() }) else { continue }
      // The tables of the first stay what they are.
      if worker == 0 {
        all = sum
      } else {
        all.merge(sum)
        AnalysisRun.freeElsewhere(sum)
      }
    }
    return all
  }

  private func work(_ worker: Int) {
    let analyzer = TrafficAnalyzer(options: options, index: worker, count: ready.count)
    var taken = 0
    while true {
      ready[worker].wait()
      guard taken < filled.withLock({ $0 }) else { break }
      let slot = taken % Self.blockCount
      analyzer.consume(blocks[slot])
      let isLast = pending.withLock { counts in
        counts[slot] -= 1
        return counts[slot] == 0
      }
      if isLast { free.signal() }
      taken += 1
    }
    var sum = SnapshotBuilder(options: options)
    sum.add(analyzer)
    sums.withLock { $0[worker] = sum }
  }
}
