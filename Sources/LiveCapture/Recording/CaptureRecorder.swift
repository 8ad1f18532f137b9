package import CaptureFormats
internal import Dispatch
internal import Glibc
internal import Synchronization

/// Saves what live mode sees, on a thread of its own that capture never waits for.
///
/// What the disk cannot take in time, or at all, is counted and not saved; the thread that captures goes
/// on. Files hold whole blocks at any time but within one write, and are at most half a second behind.
package final class CaptureRecorder: Sendable {
  private let path: String
  private let queue: Mutex<RecordingQueue>
  /// Held by the thread that writes, for as long as a write takes.
  private let files: Mutex<RecordingFiles>
  private let published: Mutex<PublishedRecording>
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let isStarted = Atomic(false)

  private static let interval = DispatchTimeInterval.milliseconds(500)
  private static let patience = DispatchTimeInterval.seconds(2)

  /// Opens the first file, so that what is wrong with it is known before anything starts.
  ///
  /// At most `queueLimit` bytes wait: half of them for the thread that writes, half in its hands.
  package init(
    _ settings: RecordingSettings, interfaces: [PcapNGInterface], application: String,
    queueLimit: Int = 32 << 20
  ) throws(RecordingError) {
    let interfaces = RecordedInterfaces(interfaces)
    var files = try RecordingFiles(
      settings, interfaces: interfaces, section: .ofThisMachine(application: application))
    path = settings.path
    var published = PublishedRecording(files.status)
    for event in files.takeEvents() { published.add(event) }
    self.published = Mutex(published)
    self.files = Mutex(files)
    queue = Mutex(RecordingQueue(interfaces, limit: queueLimit / 2))
  }

  /// Starts the thread that writes; what is appended before waits in the queue.
  package func start() throws(RecordingError) {
    guard !isStarted.exchange(true, ordering: .relaxed) else { return }
    // Beyond a limit on the size of files a write fails then, and does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(self).toOpaque()
    let number = unsafe pthread_create(
      &thread, nil,
      { context in
        let recorder = unsafe Unmanaged<CaptureRecorder>.fromOpaque(context!).takeRetainedValue()
        recorder.run()
        return nil
      }, context)
    guard number == 0 else {
      unsafe Unmanaged<CaptureRecorder>.fromOpaque(context).release()
      isStarted.store(false, ordering: .relaxed)
      throw .system(path: path, number: number)
    }
    pthread_detach(thread)
  }

  /// Takes a copy of the packets; when the queue is full, counts what it leaves out.
  package func append(_ block: PacketBlock) {
    if queue.withLock({ $0.append(block) }) { wake.signal() }
  }

  /// Takes what the kernel counted since the start, by the number of the interface; the difference over
  /// each file is written at its end.
  package func interfaceStatistics(_ statuses: [InterfaceStatus]) {
    queue.withLock { $0.update(statuses) }
  }

  /// Writes what waits and closes the file; gives up after 2 s, which is an event.
  package func finish() {
    let isFirst = queue.withLock { queue in
      defer {
        queue.isOpen = false
        queue.isFinishing = true
      }
      return !queue.isFinishing
    }
    guard isFirst else { return }
    guard isStarted.load(ordering: .relaxed) else { return run() }
    wake.signal()
    guard ended.wait(timeout: .now() + Self.patience) == .timedOut else { return }
    published.withLock {
      $0.status.stopReason = "the disk did not answer within 2 s"
      $0.add(
        RecordingEvent(
          level: .warning,
          text: "\(path): the disk did not answer within 2 s; the last packets are not saved"))
    }
  }

  package func takeEvents() -> [RecordingEvent] {
    published.withLock { $0.takeEvents() }
  }

  package var status: RecordingStatus { published.withLock { $0.status } }
}

// MARK: - The thread that writes

extension CaptureRecorder {
  private func run() {
    files.withLock { files in
      var batch = RecordingBatch(queue.withLock { $0.interfaces })
      repeat {
        if isWaiting { _ = wake.wait(timeout: .now() + Self.interval) }
        queue.withLock { $0.exchange(&batch) }
        files.write(batch)
        if batch.isLast { files.close() }
        if files.status.isStopped { queue.withLock { $0.isOpen = false } }
        publish(files.status, files.takeEvents(), batch)
      } while !batch.isLast
    }
    ended.signal()
  }

  private var isWaiting: Bool { queue.withLock { !$0.isFinishing } }

  private func publish(
    _ status: RecordingStatus, _ events: [RecordingEvent], _ batch: RecordingBatch
  ) {
    published.withLock { published in
      published.status = status
      published.status.packetsNotSaved += batch.overflow
      for event in events { published.add(event) }
      published.tellOverflow(batch, path: path)
    }
  }
}
