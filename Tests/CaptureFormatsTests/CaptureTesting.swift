import CaptureFormats
import TestSupport

/// A packet as a capture gives it.
struct ReadPacket: Equatable {
  var record: PacketRecord
  var bytes: [UInt8]

  static func == (left: ReadPacket, right: ReadPacket) -> Bool {
    left.record.time == right.record.time && left.bytes == right.bytes
      && left.record.originalLength == right.record.originalLength
      && left.record.linkType == right.record.linkType
      && left.record.interface == right.record.interface
      && left.record.number == right.record.number
  }
}

/// What was read of a capture.
struct ReadCapture {
  var packets: [ReadPacket] = []
  var summary: CaptureFileSummary

  init(_ bytes: [UInt8], blockCapacity: Int = 4096) throws {
    try self.init(ScratchFile(bytes), blockCapacity: blockCapacity)
  }

  init(_ file: ScratchFile, blockCapacity: Int = 4096) throws {
    let capture = try file.withPath { try CaptureFile(path: $0) }
    let block = PacketBlock(capacity: blockCapacity)
    while try capture.next(into: block) {
      packets += block.records.map { record in
        let range = record.offset..<record.offset + record.capturedLength
        return ReadPacket(record: record, bytes: Array(block.bytes[range]))
      }
    }
    summary = capture.summary
  }

  var payloads: [[UInt8]] { packets.map(\.bytes) }
  var nanoseconds: [Int64] { packets.map(\.record.time.nanoseconds) }
}

/// Captures that several tests begin with.
enum Samples {
  static let payloads = [
    [UInt8].pattern(60), .pattern(1, seed: 1), .pattern(131, seed: 2), [], .pattern(18, seed: 3),
  ]

  static let pcap: [UInt8] = {
    var builder = PcapBuilder()
    for (index, payload) in payloads.enumerated() { builder.add(payload, seconds: UInt32(index)) }
    return builder.bytes
  }()

  /// Every kind of block.
  static let pcapng: [UInt8] = {
    var builder = PcapNGBuilder(
      linkType: 1, options: [.init(2, "eth0"), .init(3, "wired"), .init(9, [9])])
    builder.enhanced(payloads[0], ticks: 1, options: [.init(1, "a comment on a packet")])
    builder.block(4, [1, 2, 3, 4])
    builder.obsolete(payloads[1], ticks: 2)
    builder.simple(payloads[2])
    builder.section(bigEndian: true, options: [.init(1, "a comment on a section")])
    builder.interface(linkType: 113)
    builder.enhanced(payloads[3], ticks: 3)
    builder.statistics(received: 7, dropped: 1)
    builder.enhanced(payloads[4], ticks: 4)
    return builder.bytes
  }()
}
