import CaptureFormats
import TestSupport
import Testing

struct PcapReaderTests {
  @Test(arguments: [PcapBuilder.microseconds, PcapBuilder.nanoseconds], [false, true])
  func readsEitherPrecisionInEitherByteOrder(magic: UInt32, bigEndian: Bool) throws {
    var builder = PcapBuilder(magic: magic, bigEndian: bigEndian, snapLength: 96, network: 113)
    builder.add([1, 2, 3], seconds: 1_700_000_000, fraction: 123_456, original: 1500)
    builder.add([4], seconds: 1_700_000_001, fraction: 999_999)
    let capture = try ReadCapture(builder.bytes)
    let isNano = magic == PcapBuilder.nanoseconds
    #expect(capture.payloads == [[1, 2, 3], [4]])
    #expect(capture.packets.map(\.record.originalLength) == [1500, 1])
    #expect(capture.packets.map(\.record.number) == [1, 2])
    #expect(
      capture.nanoseconds == [
        1_700_000_000_000_000_000 + (isNano ? 123_456 : 123_456_000),
        1_700_000_001_000_000_000 + (isNano ? 999_999 : 999_999_000),
      ])
    let summary = capture.summary
    #expect(summary.format == "pcap")
    #expect(summary.timePrecision == (isNano ? "ns" : "us"))
    #expect(summary.snapLength == 96)
    #expect(summary.linkTypes == ["LINUX_SLL"])
    #expect(summary.packets == 2)
    #expect(summary.compression == "none")
    #expect(summary.bytesOnDisk == UInt64(builder.bytes.count))
    #expect(summary.cutShort == nil)
  }

  @Test func readsTheLargestTimeAFileCanSay() throws {
    var builder = PcapBuilder()
    builder.add([1], seconds: .max, fraction: .max)
    builder.add([1], seconds: 0, fraction: 0)
    let seconds = Int64(UInt32.max)
    #expect(
      try ReadCapture(builder.bytes).nanoseconds == [seconds * 1_000_000_000 + seconds * 1000, 0])
  }

  /// pcap-savefile(5): bit 26 says that the upper four bits count the FCS in 16-bit words.
  @Test func leavesTheCheckSequenceOutOfTheFrame() throws {
    var builder = PcapBuilder(network: 0x2400_0001)
    builder.add([UInt8](repeating: 1, count: 64))
    builder.add([UInt8](repeating: 2, count: 62), original: 64)
    builder.add([1, 2], original: 2)
    let records = try ReadCapture(builder.bytes).packets.map(\.record)
    #expect(records.map(\.linkType) == [.ethernet, .ethernet, .ethernet])
    #expect(records.map(\.checkSequenceLength) == [4, 4, 4])
    #expect(records.map(\.frame.count) == [60, 60, 0])
  }

  @Test func takesNoCheckSequenceWithoutItsBit() throws {
    var builder = PcapBuilder(network: 0x2000_0001)
    builder.add([1, 2, 3, 4, 5, 6, 7, 8])
    let record = try #require(try ReadCapture(builder.bytes).packets.first?.record)
    #expect(record.checkSequenceLength == 0)
    #expect(record.frame.count == 8)
  }

  @Test(arguments: [2, 3, 4] as [UInt16])
  func readsTheLengthsInTheOrderOfTheVersion(minor: UInt16) throws {
    var builder = PcapBuilder(minor: minor)
    // Before 2.3 the original length stands first; in 2.3 the smaller is the captured one.
    builder.add([1, 2, 3], captured: minor < 4 ? 9 : 3, original: minor < 4 ? 3 : 9)
    if minor == 3 { builder.add([4, 5], captured: 2, original: 8) }
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == (minor == 3 ? [[1, 2, 3], [4, 5]] : [[1, 2, 3]]))
    #expect(capture.packets.map(\.record.originalLength) == (minor == 3 ? [9, 8] : [9]))
  }

  @Test func keepsALengthOnTheWireBelowTheCapturedOne() throws {
    var builder = PcapBuilder()
    builder.add([1, 2, 3, 4], original: 2)
    let packet = try #require(try ReadCapture(builder.bytes).packets.first)
    #expect(packet.bytes == [1, 2, 3, 4])
    #expect(packet.record.originalLength == 2)
  }

  @Test func readsTheLongerRecordsOfPatchedLibpcap() throws {
    var builder = PcapBuilder(magic: PcapBuilder.patched)
    builder.add([1, 2, 3], seconds: 5, fraction: 6)
    builder.add([4])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == [[1, 2, 3], [4]])
    #expect(capture.nanoseconds == [5_000_006_000, 0])
  }

  @Test func readsTheVersionOfAnOldAIX() throws {
    var builder = PcapBuilder(major: 543, minor: 0)
    builder.add([1, 2], captured: 2, original: 9)
    #expect(try ReadCapture(builder.bytes).packets.map(\.record.originalLength) == [9])
  }

  @Test func rejectsAnotherVersion() {
    let bytes = PcapBuilder(major: 3, minor: 1).bytes
    #expect {
      try ReadCapture(bytes)
    } throws: { error in
      "\(error)".hasSuffix("pcap version 3.1 is unknown; 2.x is what can be read")
    }
  }

  @Test func readsAFileWithoutPackets() throws {
    let capture = try ReadCapture(PcapBuilder(network: 147).bytes)
    #expect(capture.packets.isEmpty)
    #expect(capture.summary.packets == 0)
    #expect(capture.summary.linkTypes == ["USER0"])
    #expect(capture.summary.cutShort == nil)
  }

  @Test(arguments: 4..<24)
  func rejectsAHeaderThatIsCutShort(length: Int) {
    let bytes = Array(Samples.pcap.prefix(length))
    #expect {
      try ReadCapture(bytes)
    } throws: { error in
      "\(error)".hasSuffix("the file header is \(length) bytes long, not 24")
    }
  }
}
