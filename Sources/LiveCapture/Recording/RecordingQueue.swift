internal import CaptureFormats

/// Packets on their way from the thread that captures to the one that writes, encoded already.
///
/// Encoding costs hardly more than the copy that a queue needs anyway, and the writer takes all at once,
/// so that neither waits for the other.
struct RecordingQueue: Sendable {
  private var writer = PcapNGWriter()
  private var packets: UInt64 = 0
  private(set) var interfaces: RecordedInterfaces
  /// By the number that the source has for the interface.
  private var counters: [InterfaceCounters] = []
  /// Packets that found no room.
  private var overflow: UInt64 = 0
  let limit: Int
  /// Packets are taken; false when saving has stopped or is about to end.
  var isOpen = true
  /// The next batch is the last.
  var isFinishing = false

  /// How much wakes the thread that writes before its time.
  private static let wakingLength = 1 << 20

  init(_ interfaces: RecordedInterfaces, limit: Int) {
    self.interfaces = interfaces
    self.limit = limit
    // Memory that is not used costs nothing; moving what waits to more of it would stall capture.
    writer.bytes.reserveCapacity(limit)
  }

  /// True if the thread that writes should be woken.
  mutating func append(_ block: PacketBlock) -> Bool {
    guard isOpen else {
      overflow += UInt64(block.records.count)
      return false
    }
    let before = writer.bytes.count
    let source = block.bytes
    for record in block.records where record.linkType != .none { append(record, in: source) }
    return before < Self.wakingLength && writer.bytes.count >= Self.wakingLength
  }

  @inline(__always)
  private mutating func append(_ record: PacketRecord, in source: [UInt8]) {
    guard let interface = interfaces.number(for: record) else {
      overflow += 1
      return
    }
    let length = PcapNGWriter.largestLength(of: record)
    // One packet always finds room, however large it is.
    guard writer.bytes.isEmpty || writer.bytes.count + length <= limit else {
      overflow += 1
      updateCounters(Int(record.interface)) { $0.notSaved += 1 }
      return
    }
    writer.add(record, in: source, interface: interface)
    packets += 1
  }

  /// Takes what the kernel says of interfaces, in the order in which the source numbers them.
  mutating func update(_ statuses: [InterfaceStatus]) {
    for (source, status) in statuses.enumerated() {
      updateCounters(source) {
        $0.received = status.received
        $0.dropped = status.dropped &+ status.droppedByInterface
      }
    }
  }

  private mutating func updateCounters(
    _ source: Int, _ change: (inout InterfaceCounters) -> Void
  ) {
    while counters.count <= source { counters.append(InterfaceCounters()) }
    change(&counters[source])
  }

  /// Gives all that waits in exchange for an empty batch.
  mutating func exchange(_ batch: inout RecordingBatch) {
    batch.bytes.removeAll(keepingCapacity: true)
    swap(&writer.bytes, &batch.bytes)
    batch.packets = packets
    packets = 0
    batch.overflow = overflow
    batch.interfaces = interfaces
    batch.counters = counters
    batch.isLast = isFinishing
  }
}
