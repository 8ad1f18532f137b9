internal import CaptureFormats
internal import Glibc

/// The side of a recording that writes: one file, or one after the other.
struct RecordingFiles {
  private let settings: RecordingSettings
  private let section: PcapNGSection
  private var names: RecordingNames
  /// Nil when nothing more is saved.
  private var file: RecordingFile?
  /// How many interfaces the file describes.
  private var described = 0
  private var opened = Timestamp(nanoseconds: 0)
  private var openedClock = ContinuousClock.now
  /// The newest batch's.
  private var interfaces: RecordedInterfaces
  private var counters: [InterfaceCounters] = []
  /// As they stood when the file was opened.
  private var countersBefore: [InterfaceCounters] = []
  private(set) var status = RecordingStatus()
  private var events: [RecordingEvent] = []

  /// What the statistics of one interface take at the end of a file.
  private static let statisticsLength = 76
  /// Another process may use the same names.
  private static let attempts = 100

  /// Opens the first file.
  init(
    _ settings: RecordingSettings, interfaces: RecordedInterfaces, section: PcapNGSection
  ) throws(RecordingError) {
    guard settings.keep == nil || settings.rotation != nil else { throw .keepWithoutRotation }
    if let keep = settings.keep, keep < 1 { throw .keepsNothing }
    self.settings = settings
    self.section = section
    self.interfaces = interfaces
    names = try RecordingNames(path: settings.path)
    try open()
    if let keep = settings.keep { removeOldest(keeping: keep) }
  }

  mutating func write(_ batch: borrowing RecordingBatch) {
    let before = status.packets
    interfaces = batch.interfaces
    counters = batch.counters
    if file != nil {
      do {
        try rotateIfDue()
        try describeInterfaces()
        try append(batch.bytes)
      } catch {
        stop(error)
      }
    }
    status.packetsNotSaved += batch.packets - (status.packets - before)
  }

  /// Writes what the kernel counted and closes the file.
  mutating func close() {
    guard let file else { return }
    finish(file)
    self.file = nil
  }

  mutating func takeEvents() -> [RecordingEvent] {
    defer { events.removeAll() }
    return events
  }
}

// MARK: - One file

extension RecordingFiles {
  private mutating func open() throws(RecordingError) {
    let file = try create()
    opened = Self.now
    openedClock = .now
    described = interfaces.all.count
    var header = PcapNGWriter()
    header.add(section)
    for interface in interfaces.all { header.add(interface) }
    do {
      try file.append(header.bytes, 0..<header.bytes.count)
    } catch {
      // Nothing is in it.
      names.discard(file.path)
      throw error
    }
    countersBefore = counters
    self.file = file
    note(file)
  }

  private mutating func create() throws(RecordingError) -> RecordingFile {
    guard settings.rotation != nil else { return try RecordingFile(creating: settings.path) }
    for _ in 1..<Self.attempts {
      do {
        return try numberedFile()
      } catch .exists {
        continue
      }
    }
    return try numberedFile()
  }

  private mutating func numberedFile() throws(RecordingError) -> RecordingFile {
    let path = names.next(at: time_t(Self.now.nanoseconds / 1_000_000_000))
    let file = try RecordingFile(creating: path)
    names.add(path)
    return file
  }

  private mutating func note(_ file: RecordingFile) {
    status.fileCount += 1
    status.bytes += file.size
    status.files.append(.init(path: file.path, packets: 0, bytes: file.size))
    if status.files.count > RecordingStatus.listedFiles { status.files.removeFirst() }
    if settings.rotation != nil { tell(.detail, "saving to \(file.path)") }
  }

  /// Describes interfaces that came since the file was opened.
  private mutating func describeInterfaces() throws(RecordingError) {
    guard let file, described < interfaces.all.count else { return }
    var writer = PcapNGWriter()
    for interface in interfaces.all[described...] { writer.add(interface) }
    described = interfaces.all.count
    try append(writer.bytes, 0..<writer.bytes.count, to: file)
  }

  /// Writes blocks and counts what stayed, also if not all did.
  private mutating func append(
    _ bytes: [UInt8], _ range: Range<Int>, to file: RecordingFile
  ) throws(RecordingError) {
    let before = (size: file.size, packets: file.packets)
    defer {
      status.bytes += file.size - before.size
      status.packets += file.packets - before.packets
      if let last = status.files.indices.last, status.files[last].path == file.path {
        status.files[last].packets = file.packets
        status.files[last].bytes = file.size
      }
    }
    try file.append(bytes, range)
  }

  private mutating func finish(_ file: RecordingFile) {
    var writer = PcapNGWriter()
    let end = Self.now
    for (source, counter) in counters.enumerated() {
      let before = source < countersBefore.count ? countersBefore[source] : InterfaceCounters()
      guard let number = interfaces.number(ofSource: source), number < described,
        let statistics = counter.statistics(since: before, start: opened, end: end)
      else { continue }
      writer.add(statistics, interface: UInt32(number))
    }
    // A full disk has no room for them; the packets are what counts.
    try? append(writer.bytes, 0..<writer.bytes.count, to: file)
  }

  private static var now: Timestamp {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
  }
}

// MARK: - One file after the other

extension RecordingFiles {
  /// Writes packets to as many files as they need.
  private mutating func append(_ bytes: [UInt8]) throws(RecordingError) {
    var start = 0
    while start < bytes.count, let file {
      var end = PcapNGWriter.wholeBlocks(of: bytes, from: start, within: room(in: file)).end
      if end == start {
        guard file.packets == 0 else {
          try rotate(file)
          continue
        }
        // Larger than a whole file may be.
        end = PcapNGWriter.endOfBlock(of: bytes, at: start)
      }
      try append(bytes, start..<end, to: file)
      start = end
    }
  }

  /// How much may still be written to a file.
  private func room(in file: RecordingFile) -> Int {
    guard let limit = settings.rotation?.bytes else { return .max }
    let taken = file.size + UInt64(described * Self.statisticsLength)
    return limit > taken ? Int(limit - taken) : 0
  }

  private mutating func rotateIfDue() throws(RecordingError) {
    guard let file else { return }
    if file.isRemoved {
      let error = RecordingError.removed(path: file.path)
      status.files.removeAll { $0.path == file.path }
      guard settings.rotation != nil else { throw error }
      tell(.warning, error.description)
      return try rotate(file)
    }
    guard let seconds = settings.rotation?.seconds,
      ContinuousClock.now - openedClock >= .seconds(seconds)
    else { return }
    if file.packets > 0 { return try rotate(file) }
    // A file without packets would push one with packets out.
    openedClock = .now
  }

  private mutating func rotate(_ file: RecordingFile) throws(RecordingError) {
    finish(file)
    if let keep = settings.keep { removeOldest(keeping: keep - 1) }
    try open()
  }

  private mutating func removeOldest(keeping count: Int) {
    for (path, failure) in names.removeOldest(keeping: count) {
      status.files.removeAll { $0.path == path }
      if let failure {
        let error = RecordingError.system(path: path, number: failure)
        tell(.warning, "an old file could not be removed: \(error)")
      } else {
        status.removedFileCount += 1
        tell(.detail, "removed \(path), the oldest")
      }
    }
  }

  private mutating func stop(_ error: RecordingError) {
    status.stopReason = error.description
    tell(
      .warning,
      "\(error); saving stopped after \(status.packets) packets, the analysis goes on")
    close()
  }

  private mutating func tell(_ level: RecordingEvent.Level, _ text: String) {
    events.append(RecordingEvent(level: level, text: text))
  }
}
