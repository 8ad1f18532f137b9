import CaptureFormats
import TestSupport
import Testing

struct PcapNGWriterTests {
  /// What becomes of a capture that is read and written again.
  static func rewrite(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = ScratchFile(bytes)
    let capture = try file.withPath { try CaptureFile(path: $0) }
    var interfaces: [UInt32: PcapNGInterface] = [:]
    var packets = PcapNGWriter()
    let block = PacketBlock(capacity: 300)
    while try capture.next(into: block) {
      for record in block.records {
        interfaces[record.interface] = PcapNGInterface(
          linkType: record.linkType, checkSequenceLength: record.checkSequenceLength)
        packets.add(record, in: block.bytes, interface: record.interface)
      }
    }
    var writer = PcapNGWriter()
    writer.add(PcapNGSection())
    for index in 0...(interfaces.keys.max() ?? 0) {
      writer.add(interfaces[index] ?? PcapNGInterface(linkType: .ethernet))
    }
    return writer.bytes + packets.bytes
  }

  /// A section with one interface.
  static func began(_ interface: PcapNGInterface) -> PcapNGWriter {
    var writer = PcapNGWriter()
    writer.add(PcapNGSection())
    writer.add(interface)
    return writer
  }

  static func add(
    _ payload: [UInt8], nanoseconds: Int64 = 0, original: UInt32? = nil, interface: UInt32 = 0,
    to writer: inout PcapNGWriter
  ) {
    let record = PacketRecord(
      time: Timestamp(nanoseconds: nanoseconds), offset: 3, capturedLength: payload.count,
      originalLength: original ?? UInt32(payload.count), linkType: .ethernet)
    writer.add(record, in: [9, 9, 9] + payload + [9], interface: interface)
  }

  @Test(arguments: [Samples.pcap, Samples.pcapng])
  func givesEveryRecordBack(capture: [UInt8]) throws {
    let copy = try ReadCapture(Self.rewrite(capture))
    #expect(try copy.packets == ReadCapture(capture).packets)
    #expect(copy.summary.cutShort == nil)
    #expect(copy.summary.timePrecision == "ns")
  }

  @Test(arguments: 0...9)
  func padsToFourBytes(length: Int) throws {
    var writer = Self.began(PcapNGInterface(linkType: .ethernet))
    let start = writer.bytes.count
    Self.add(.pattern(length), to: &writer)
    #expect(writer.bytes.count == start + 32 + (length + 3) / 4 * 4)
    #expect(writer.bytes[(start + 28 + length)..<(writer.bytes.count - 4)].allSatisfy { $0 == 0 })
    Self.add([1], to: &writer)
    #expect(try ReadCapture(writer.bytes).payloads == [.pattern(length), [1]])
  }

  @Test(arguments: [123, 139, 201, 204, 205, 206] as [UInt16])
  func putsPseudoHeadersBack(linkType: UInt16) throws {
    var builder = PcapNGBuilder(linkType: linkType)
    for length in 0...6 { builder.enhanced(.pattern(length), original: 1500) }
    builder.enhanced(.pattern(64), ticks: 5)
    let copy = try Self.rewrite(builder.bytes)
    #expect(try ReadCapture(copy).packets == ReadCapture(builder.bytes).packets)
    #expect(copy.contains(.pattern(64)))
  }

  @Test func keepsTheCheckSequence() throws {
    let builder = {
      var builder = PcapNGBuilder(linkType: 1, options: [.init(13, [4])])
      builder.enhanced(.pattern(64))
      return builder
    }()
    let record = try ReadCapture(Self.rewrite(builder.bytes)).packets.first?.record
    #expect(record?.checkSequenceLength == 4)
    #expect(record?.frame.count == 60)
  }

  @Test func keepsNanosecondsUpToTheLastYear() throws {
    let times: [Int64] = [0, 1, 1_700_000_000_123_456_789, .max - 1]
    var writer = Self.began(PcapNGInterface(linkType: .ethernet))
    for time in times { Self.add([1], nanoseconds: time, to: &writer) }
    #expect(try ReadCapture(writer.bytes).nanoseconds == times)
  }

  @Test func moves1969To1970() throws {
    var writer = Self.began(PcapNGInterface(linkType: .ethernet))
    Self.add([1], nanoseconds: -5, to: &writer)
    #expect(try ReadCapture(writer.bytes).nanoseconds == [0])
  }

  /// A simple packet block cannot say that a packet was cut, nor whose it is.
  @Test func leavesOutTheTimeOfPacketsWithoutOneWhereItCan() throws {
    var writer = Self.began(PcapNGInterface(linkType: .ethernet))
    writer.add(PcapNGInterface(linkType: .ethernet))
    Self.add([1, 2, 3], nanoseconds: .min, to: &writer)
    Self.add([1, 2, 3], nanoseconds: .min, original: 9, to: &writer)
    Self.add([1, 2, 3], nanoseconds: .min, interface: 1, to: &writer)
    let packets = try ReadCapture(writer.bytes).packets
    #expect(packets.map(\.record.hasTime) == [false, true, true])
    #expect(packets.map(\.record.originalLength) == [3, 9, 3])
    #expect(packets.map(\.record.interface) == [0, 0, 1])
  }

  @Test func saysWhoWroteItAndWhatWasCounted() throws {
    var writer = PcapNGWriter()
    writer.add(
      PcapNGSection(hardware: "x86_64", operatingSystem: "Linux 6", application: "Packetpress 1"))
    writer.add(
      PcapNGInterface(
        linkType: .linuxSLL2, snapLength: 96, name: "any", description: "all of them",
        filter: "tcp"))
    writer.add(PcapNGInterface(linkType: .ethernet, name: ""))
    let moment = Timestamp(nanoseconds: 1_700_000_000_123_456_789)
    writer.add(
      PcapNGStatistics(start: moment, end: moment, received: 1 << 40, dropped: 7), interface: 0)
    writer.add(PcapNGStatistics(start: moment, end: moment, dropped: 1), interface: 1)
    let summary = try ReadCapture(writer.bytes).summary
    #expect(summary.writtenBy == ["x86_64", "Linux 6", "Packetpress 1"])
    #expect(summary.interfaces.map(\.name) == ["any", nil])
    #expect(summary.interfaces.map(\.description) == ["all of them", nil])
    #expect(summary.interfaces.map(\.received) == [1 << 40, nil])
    #expect(summary.interfaces.map(\.dropped) == [7, 1])
    #expect(summary.linkTypes == ["LINUX_SLL2", "EN10MB"])
    #expect(summary.snapLength == 96)
  }

  @Test func cutsTextBetweenCharacters() throws {
    let long = "a" + String(repeating: "é", count: 40_000)
    let writer = Self.began(PcapNGInterface(linkType: .ethernet, name: long, filter: long))
    let name = try #require(try ReadCapture(writer.bytes).summary.interfaces.first?.name)
    #expect(name.utf8.count == 65_535)
    #expect(long.hasPrefix(name))
    let longer = Self.began(PcapNGInterface(linkType: .ethernet, name: "b" + long))
    #expect(try ReadCapture(longer.bytes).summary.interfaces.first?.name?.utf8.count == 65_534)
  }

  @Test func isReadAtEveryLength() throws {
    let bytes = try Self.rewrite(Samples.pcapng)
    let (starts, packets) = CutShortTests.blocks(bytes)
    for length in 4...bytes.count {
      let capture = try ReadCapture(Array(bytes.prefix(length)))
      let whole = starts.count { $0 <= length } - 1
      #expect(capture.payloads == Array(Samples.payloads.prefix(packets[whole])))
      #expect((capture.summary.cutShort == nil) == starts.contains(length))
    }
  }

  @Test func findsTheBordersOfItsBlocks() throws {
    let bytes = try Self.rewrite(Samples.pcapng)
    let (starts, packets) = CutShortTests.blocks(bytes)
    for limit in 0...bytes.count + 1 {
      let (end, count) = PcapNGWriter.wholeBlocks(of: bytes, from: 0, within: limit)
      let whole = starts.count { $0 <= limit } - 1
      #expect(end == starts[whole])
      #expect(count == packets[whole])
    }
    #expect(PcapNGWriter.wholeBlocks(of: bytes, from: starts[1], within: .max).end == bytes.count)
    #expect(PcapNGWriter.endOfBlock(of: bytes, at: starts[1]) == starts[2])
  }

  @Test func knowsTheLargestLengthOfABlock() {
    for length in 0..<70 {
      var writer = PcapNGWriter()
      Self.add(.pattern(length), to: &writer)
      let record = PacketRecord(
        time: Timestamp(nanoseconds: 0), offset: 0, capturedLength: length, originalLength: 0,
        linkType: .ethernet)
      #expect(writer.bytes.count <= PcapNGWriter.largestLength(of: record))
    }
  }
}
