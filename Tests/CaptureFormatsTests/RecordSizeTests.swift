import CaptureFormats
import TestSupport
import Testing

/// Records that are larger than a block, or straddle two.
struct RecordSizeTests {
  @Test(arguments: [1, 24, 100, 4096, 65_536, 512 << 10])
  func readsRecordsAcrossTheBordersOfBlocks(capacity: Int) throws {
    let payloads = (0..<60).map { [UInt8].pattern($0 * 61 % 2000, seed: $0) }
    var pcap = PcapBuilder()
    var pcapng = PcapNGBuilder(linkType: 1)
    for payload in payloads {
      pcap.add(payload)
      pcapng.enhanced(payload)
    }
    #expect(try ReadCapture(pcap.bytes, blockCapacity: capacity).payloads == payloads)
    let capture = try ReadCapture(pcapng.bytes, blockCapacity: capacity)
    #expect(capture.payloads == payloads)
    #expect(capture.packets.map(\.record.number) == (1...60).map { UInt64($0) })
  }

  @Test(arguments: [65_535, 65_536, 131_072, 262_144])
  func readsLargeRecords(length: Int) throws {
    let large = [UInt8].pattern(length)
    var pcap = PcapBuilder()
    var pcapng = PcapNGBuilder(linkType: 1)
    for payload in [[1], large, [2], large] {
      pcap.add(payload)
      pcapng.enhanced(payload)
    }
    for bytes in [pcap.bytes, pcapng.bytes] {
      #expect(try ReadCapture(bytes).payloads == [[1], large, [2], large])
    }
  }

  @Test func stopsAtARecordThatIsTooLarge() throws {
    var pcap = PcapBuilder()
    pcap.add([1, 2])
    let offset = pcap.bytes.count
    pcap.add([3], captured: 262_145)
    pcap.add([4])
    let capture = try ReadCapture(pcap.bytes)
    #expect(capture.payloads == [[1, 2]])
    #expect(
      capture.summary.cutShort
        == CutShort(
          offset: UInt64(offset), packet: 1,
          reason: "the record says 262145 captured bytes, more than the 262144 allowed"))
  }

  @Test func stopsAtAPacketBlockThatIsTooLarge() throws {
    var pcapng = PcapNGBuilder(linkType: 1)
    pcapng.enhanced([1])
    let offset = pcapng.bytes.count
    pcapng.enhanced(.pattern(262_145))
    pcapng.enhanced([2])
    let capture = try ReadCapture(pcapng.bytes)
    #expect(capture.payloads == [[1]])
    #expect(capture.summary.cutShort?.offset == UInt64(offset))
    #expect(capture.summary.cutShort?.packet == 1)
  }

  /// D-Bus and USB messages may be far larger than a network's frames.
  @Test(arguments: [231, 249] as [UInt16])
  func readsLargerRecordsOfBusesThanOfNetworks(linkType: UInt16) throws {
    let message = [UInt8](repeating: 7, count: 300_000)
    var pcap = PcapBuilder(network: UInt32(linkType))
    pcap.add(message)
    var pcapng = PcapNGBuilder(linkType: linkType)
    pcapng.enhanced(message)
    #expect(try ReadCapture(pcap.bytes).payloads == [message])
    #expect(try ReadCapture(pcapng.bytes).payloads == [message])
  }

  /// A length that nothing can be is not waited for: memory would grow with what a file claims.
  @Test(arguments: [2, 3, 6] as [UInt32], [64 << 20, 0xFFFF_FFF0] as [UInt32])
  func readsNoFurtherForAPacketBlockOfAbsurdLength(type: UInt32, length: UInt32) throws {
    var pcapng = PcapNGBuilder(linkType: 1)
    pcapng.enhanced([1])
    let offset = pcapng.bytes.count
    pcapng.block(type, .pattern(200), length: length)
    let file = ScratchFile(pcapng.bytes)
    let capture = try file.withPath { try CaptureFile(path: $0) }
    let block = PacketBlock(capacity: 4096)
    #expect(try capture.next(into: block))
    #expect(try !capture.next(into: block))
    #expect(block.bytes.count < 1 << 20)
    #expect(capture.summary.cutShort?.offset == UInt64(offset))
  }
}
