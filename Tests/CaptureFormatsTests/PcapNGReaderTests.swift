import CaptureFormats
import TestSupport
import Testing

struct PcapNGReaderTests {
  typealias Option = PcapNGBuilder.Option

  @Test(arguments: [false, true])
  func readsEveryKindOfPacket(bigEndian: Bool) throws {
    var builder = PcapNGBuilder(bigEndian: bigEndian, linkType: 1)
    builder.enhanced([1, 2, 3], ticks: 1_700_000_000_123_456, original: 1500)
    builder.simple([4, 5])
    builder.obsolete([6], ticks: 1_700_000_000_123_457)
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == [[1, 2, 3], [4, 5], [6]])
    #expect(capture.packets.map(\.record.originalLength) == [1500, 2, 1])
    #expect(
      capture.packets.map(\.record.time) == [
        Timestamp(nanoseconds: 1_700_000_000_123_456_000), PacketRecord.absentTime,
        Timestamp(nanoseconds: 1_700_000_000_123_457_000),
      ])
    #expect(capture.summary.format == "pcapng")
    #expect(capture.summary.timePrecision == "us")
    #expect(capture.summary.cutShort == nil)
  }

  @Test func numbersWhatWiresharkNumbers() throws {
    var builder = PcapNGBuilder(linkType: 1)
    builder.block(0x0000_0BAD, [0, 0, 0x7E, 0xD9, 1, 2, 3, 4])
    builder.enhanced([9])
    builder.block(0x4000_0BAD, [0, 0, 0x7E, 0xD9])
    let entry = Array("__CURSOR=a\n__REALTIME_TIMESTAMP=1404101101501873\nMESSAGE=b\n".utf8)
    builder.block(9, entry + [0, 0])
    builder.block(0x0000_0BAD, [])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.packets.map(\.record.number) == [1, 2, 3, 4, 5])
    #expect(capture.packets.map(\.record.originalLength) == [4, 1, 0, 64, 0])
    #expect(capture.packets.map(\.record.linkType) == [.none, .ethernet, .none, .none, .none])
    #expect(capture.packets[0].record.hasTime == false)
    #expect(
      capture.packets[3].record.time == Timestamp(seconds: 1_404_101_101, nanoseconds: 501_873_000))
  }

  @Test func numbersInterfacesOverSectionsOfEitherByteOrder() throws {
    var builder = PcapNGBuilder(linkType: 1, options: [Option(2, "eth0")])
    builder.interface(linkType: 113, snapLength: 96, options: [Option(2, "any")])
    builder.enhanced([1], interface: 1)
    builder.section(bigEndian: true)
    builder.interface(linkType: 101)
    builder.enhanced([2])
    builder.section()
    builder.interface(linkType: 1)
    builder.enhanced([3])
    builder.obsolete([4])
    builder.simple([5])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.packets.map(\.record.interface) == [1, 2, 3, 3, 3])
    #expect(
      capture.packets.map(\.record.linkType) == [.linuxSLL, .raw, .ethernet, .ethernet, .ethernet])
    #expect(capture.summary.linkTypes == ["EN10MB", "LINUX_SLL", "RAW"])
    #expect(capture.summary.interfaces.map(\.name) == ["eth0", "any", nil, nil])
    #expect(capture.summary.snapLength == 96)
  }

  @Test func readsWhatTheFileSaysOfItself() throws {
    var builder = PcapNGBuilder()
    builder.section(options: [
      Option(1, "first"), Option(2, "a machine"), Option(3, "an OS"), Option(4, "a program"),
    ])
    builder.interface(
      linkType: 1,
      options: [Option(2, "eth0\0\0"), Option(3, "wired"), Option(1, "second"), Option(9, [9])])
    builder.enhanced([1], options: [Option(1, "on a packet")])
    builder.statistics(received: 10, dropped: 1)
    builder.statistics(received: 1 << 40, dropped: 2)
    let summary = try ReadCapture(builder.bytes).summary
    #expect(summary.comments.starts(with: ["first", "second"]))
    #expect(summary.writtenBy == ["a machine", "an OS", "a program"])
    #expect(summary.interfaces.first?.name == "eth0")
    #expect(summary.interfaces.first?.description == "wired")
    #expect(summary.interfaces.first?.received == 1 << 40)
    #expect(summary.interfaces.first?.dropped == 2)
    #expect(summary.timePrecision == "ns")
  }

  @Test func mendsTextThatIsNotUTF8() throws {
    let builder = PcapNGBuilder(linkType: 1, options: [Option(2, [0x65, 0xFF, 0x30])])
    #expect(try ReadCapture(builder.bytes).summary.interfaces.first?.name == "e\u{FFFD}0")
  }

  @Test func ignoresAnOptionThatIsLongerThanItsBlock() throws {
    var builder = PcapNGBuilder()
    builder.section()
    builder.block(1, [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 200, 0, 0x65, 0x74, 0x68, 0x30])
    builder.enhanced([1])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == [[1]])
    #expect(capture.summary.interfaces.first?.name == nil)
  }

  @Test func leavesTheCheckSequenceOutOfTheFrame() throws {
    var builder = PcapNGBuilder(linkType: 1, options: [Option(13, [4])])
    builder.enhanced([UInt8](repeating: 1, count: 64))
    let record = try #require(try ReadCapture(builder.bytes).packets.first?.record)
    #expect(record.capturedLength == 64)
    #expect(record.frame.count == 60)
  }

  @Test func cutsASimplePacketAtTheSnapLength() throws {
    var builder = PcapNGBuilder(linkType: 1, snapLength: 3)
    builder.simple([1, 2, 3], original: 1500)
    let packet = try #require(try ReadCapture(builder.bytes).packets.first)
    #expect(packet.bytes == [1, 2, 3])
    #expect(packet.record.originalLength == 1500)
  }

  /// Name resolution, decryption secrets and unknown blocks.
  @Test(
    arguments: [4, 10, 0x1234_5678] as [UInt32],
    [0, 5, 70_000, 300_000, 3_000_000])
  func skipsBlocksThatPacketsDoNotNeed(type: UInt32, length: Int) throws {
    var builder = PcapNGBuilder(linkType: 1)
    builder.enhanced([1])
    builder.block(type, [UInt8](repeating: 6, count: length))
    builder.enhanced([2])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == [[1], [2]])
    #expect(capture.summary.cutShort == nil)
  }

  @Test func tellsOfASkippedBlockThatIsCutShort() throws {
    var builder = PcapNGBuilder(linkType: 1)
    builder.enhanced([1])
    let offset = UInt64(builder.bytes.count)
    builder.block(10, [UInt8](repeating: 6, count: 300_000))
    let capture = try ReadCapture(Array(builder.bytes.dropLast(1000)))
    #expect(capture.payloads == [[1]])
    #expect(
      capture.summary.cutShort?.reason == "the file ends 1000 bytes before the end of a record")
    #expect(capture.summary.cutShort?.packet == 1)
    #expect(capture.summary.cutShort?.offset == offset)
  }

  @Test(arguments: [
    (0x1A2B_3C4E, 1, 0, "the section header has an unknown byte-order magic"),
    (0x1A2B_3C4D, 2, 0, "pcapng version 2.0 is unknown; 1.0 is what can be read"),
    (0x1A2B_3C4D, 1, 1, "pcapng version 1.1 is unknown; 1.0 is what can be read"),
  ])
  func rejectsASectionThatCannotBeRead(
    magic: UInt32, major: UInt16, minor: UInt16, reason: String
  ) {
    var body: [UInt8] = []
    body.append(magic, bigEndian: false)
    body.append(major, bigEndian: false)
    body.append(minor, bigEndian: false)
    body += [UInt8](repeating: 0xFF, count: 8)
    var builder = PcapNGBuilder()
    builder.block(0x0A0D_0D0A, body)
    let bytes = builder.bytes
    #expect {
      try ReadCapture(bytes)
    } throws: { error in
      "\(error)".hasSuffix("is damaged at byte 0: " + reason)
    }
  }

  @Test func readsAVersionThatSomeProgramsWrote() throws {
    var builder = PcapNGBuilder()
    builder.section(minor: 2)
    builder.interface(linkType: 1)
    builder.simple([1])
    #expect(try ReadCapture(builder.bytes).payloads == [[1]])
  }
}
