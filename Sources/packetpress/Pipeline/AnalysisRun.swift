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
    var analyzers = (0..<workers).map {
      TrafficAnalyzer(options: options, index: $0, count: workers)
    }
    if workers == 1 {
      let block = PacketBlock()
      while reader.next(into: block) {
        analyzers[0].consume(block)
        progress.update(packets: reader.packets, bytes: reader.bytesRead)
      }
    } else {
      WorkerTeam(analyzers).run {
        progress.update(packets: reader.packets, bytes: reader.bytesRead)
        return reader.next(into: $0)
      }
    }
    progress.clear()
    var builder = SnapshotBuilder(options: options)
    // One at a time goes when it is added: the next ones' sums take its place.
    while !analyzers.isEmpty { builder.add(analyzers.removeFirst()) }
    let snapshot = builder.snapshot(
      files: reader.files, filter: selection.filter?.expression, filteredOut: reader.filteredOut)
    try check(snapshot.capture.accounting, read: reader.packets)
    return Result(snapshot: snapshot, failures: reader.failures)
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

/// Gives every block to every analyzer, each on a thread of its own.
private final class WorkerTeam: @unchecked Sendable {
  private static let blockCount = 4

  private let analyzers: [TrafficAnalyzer]
  private let blocks = (0..<blockCount).map { _ in PacketBlock() }
  /// How many analyzers have yet to take each block.
  private let pending = Mutex([Int](repeating: 0, count: blockCount))
  private let free = DispatchSemaphore(value: blockCount)
  private let ready: [DispatchSemaphore]
  /// How many blocks were filled so far.
  private let filled = Mutex(0)

  init(_ analyzers: [TrafficAnalyzer]) {
    self.analyzers = analyzers
    ready = analyzers.map { _ in DispatchSemaphore(value: 0) }
  }

  /// Calls `fill` on this thread until it returns false, and waits for the analyzers.
  func run(_ fill: (PacketBlock) -> Bool) {
    let done = DispatchGroup()
    for worker in analyzers.indices {
      DispatchQueue.global().async(group: done) { self.work(worker) }
    }
    var slot = 0
    while true {
      free.wait()
      guard fill(blocks[slot]) else { break }
      pending.withLock { $0[slot] = analyzers.count }
      filled.withLock { $0 += 1 }
      for semaphore in ready { semaphore.signal() }
      slot = (slot + 1) % Self.blockCount
    }
    // A signal without a block says that there are no more.
    for semaphore in ready { semaphore.signal() }
    done.wait()
    // A semaphore must not go away below the value it was made with.
    free.signal()
  }

  private func work(_ worker: Int) {
    var taken = 0
    while true {
      ready[worker].wait()
      guard taken < filled.withLock({ $0 }) else { return }
      let slot = taken % Self.blockCount
      analyzers[worker].consume(blocks[slot])
      let isLast = pending.withLock { counts in
        counts[slot] -= 1
        return counts[slot] == 0
      }
      if isLast { free.signal() }
      taken += 1
    }
  }
}
