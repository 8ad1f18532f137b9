import CaptureFormats
import LiveCapture

/// What a source delivered.
struct Capture {
  struct Packet: Equatable {
    var record: PacketRecord
    var bytes: [UInt8]

    static func == (left: Packet, right: Packet) -> Bool {
      left.bytes == right.bytes && left.record.number == right.record.number
    }

    /// As ``FrameSender`` put it in.
    var number: Int { Int(bytes[14]) << 8 | Int(bytes[15]) }
  }

  var packets: [Packet] = []
  var events: [String] = []

  var numbers: [Int] { packets.map(\.number) }

  /// Reads until `count` packets are there or `isEnough` says so, at most for `time`.
  mutating func read(
    _ source: InterfaceSource, until count: Int = .max, capacity: Int = PacketBlock.defaultCapacity,
    for time: Duration = .seconds(3), isEnough: (Capture) -> Bool = { _ in false }
  ) throws {
    let deadline = ContinuousClock.now + time
    let block = PacketBlock(capacity: capacity)
    while packets.count < count, !isEnough(self), ContinuousClock.now < deadline {
      let arrival = try source.next(into: block, waiting: 50)
      events += source.takeEvents()
      guard case .packets = arrival else { continue }
      for record in block.records {
        let end = record.offset + record.capturedLength
        packets.append(Packet(record: record, bytes: Array(block.bytes[record.offset..<end])))
      }
    }
  }

  static func of(
    _ source: InterfaceSource, until count: Int, capacity: Int = PacketBlock.defaultCapacity
  ) throws -> Capture {
    var capture = Capture()
    try capture.read(source, until: count, capacity: capacity)
    return capture
  }
}
