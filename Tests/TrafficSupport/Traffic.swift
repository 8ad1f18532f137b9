package import CaptureFormats
package import PacketDecoding
import TestSupport
package import TrafficAnalysis

/// Packets written by hand, one millisecond apart unless a test says otherwise.
package struct Traffic {
  package struct Packet {
    package var time: Timestamp
    package var bytes: [UInt8]
    package var length: UInt32
    package var linkType: LinkType
  }

  package private(set) var packets: [Packet] = []
  /// Time of the next packet.
  package var clock: Int64 = 1_700_000_000_000_000_000

  package init() {}

  package mutating func add(
    _ bytes: [UInt8], length: UInt32? = nil, linkType: LinkType = .raw, hasTime: Bool = true
  ) {
    packets.append(
      Packet(
        time: hasTime ? Timestamp(nanoseconds: clock) : PacketRecord.absentTime, bytes: bytes,
        length: length ?? UInt32(bytes.count), linkType: linkType))
    clock = clock.addingReportingOverflow(1_000_000).partialValue
  }

  package mutating func wait(milliseconds: Int64) { clock += milliseconds * 1_000_000 }

  /// Adds a datagram; hosts are numbers in 10.0.0.0/8.
  package mutating func udp(
    from source: (host: UInt32, port: UInt16), to target: (host: UInt32, port: UInt16),
    _ payload: [UInt8] = [1, 2, 3, 4], hasTime: Bool = true
  ) {
    var datagram: [UInt8] = []
    datagram.appendNetwork(source.port)
    datagram.appendNetwork(target.port)
    datagram.appendNetwork(UInt16(8 + payload.count))
    datagram.appendNetwork(UInt16(0))
    add(
      Self.ipv4(17, from: source.host, to: target.host, datagram + payload), hasTime: hasTime)
  }

  package static func ipv4(
    _ ipProtocol: UInt8, from source: UInt32, to target: UInt32, _ payload: [UInt8],
    identification: UInt16 = 0, fragment: UInt16 = 0
  ) -> [UInt8] {
    var header: [UInt8] = [0x45, 0]
    header.appendNetwork(UInt16(truncatingIfNeeded: 20 + payload.count))
    header.appendNetwork(identification)
    header.appendNetwork(fragment)
    header += [64, ipProtocol, 0, 0]
    header.appendNetwork(0x0A00_0000 | source)
    header.appendNetwork(0x0A00_0000 | target)
    return header + payload
  }

  package static func address(_ host: UInt32) -> IPAddress { IPAddress(v4: 0x0A00_0000 | host) }
}

// MARK: - Analysis

extension Traffic {
  /// The packets in blocks of at most `size`.
  package func blocks(of size: Int = 7) -> [PacketBlock] {
    stride(from: 0, to: packets.count, by: size).map { start in
      let block = PacketBlock(capacity: 0)
      for index in start..<min(start + size, packets.count) {
        let packet = packets[index]
        var record = PacketRecord(
          time: packet.time, offset: block.bytes.count, capturedLength: packet.bytes.count,
          originalLength: packet.length, linkType: packet.linkType)
        record.number = UInt64(index + 1)
        block.records.append(record)
        block.bytes += packet.bytes
      }
      return block
    }
  }

  package func snapshot(options: AnalysisOptions = AnalysisOptions(), workers: Int = 1) -> Snapshot
  {
    let analyzers = (0..<workers).map {
      TrafficAnalyzer(options: options, index: $0, count: workers)
    }
    for block in blocks() { for analyzer in analyzers { analyzer.consume(block) } }
    var builder = SnapshotBuilder(options: options)
    for analyzer in analyzers { builder.add(analyzer) }
    return builder.snapshot(files: [])
  }

  package static func snapshot(_ build: (inout Traffic) -> Void) -> Snapshot {
    var traffic = Traffic()
    build(&traffic)
    return traffic.snapshot()
  }
}
