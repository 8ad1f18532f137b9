import CaptureFormats
import TestSupport
import Testing

/// What capturing systems put in front of frames was never on a wire.
struct LinkTypeTests {
  static let headers: [(UInt16, Int)] = [
    (123, 4), (139, 4), (196, 5), (201, 4), (204, 1), (205, 1), (206, 1), (209, 5), (245, 2),
    (254, 4),
  ]
  static let frame = [UInt8].pattern(60)

  static func captures(
    linkType: UInt16, _ data: [UInt8], original: UInt32? = nil
  ) throws -> [ReadCapture] {
    var pcap = PcapBuilder(network: UInt32(linkType))
    var pcapng = PcapNGBuilder(linkType: linkType)
    for _ in 0..<3 {
      pcap.add(data, original: original)
      pcapng.enhanced(data, original: original)
    }
    return try [ReadCapture(pcap.bytes), ReadCapture(pcapng.bytes)]
  }

  @Test(arguments: headers)
  func leavesOutAPseudoHeader(linkType: UInt16, length: Int) throws {
    for capture in try Self.captures(linkType: linkType, Self.frame) {
      #expect(capture.payloads == [[UInt8]](repeating: Array(Self.frame[length...]), count: 3))
      for packet in capture.packets {
        #expect(packet.record.capturedLength == 60 - length)
        #expect(packet.record.originalLength == UInt32(60 - length))
        #expect(packet.record.frame.count == 60 - length)
        #expect(packet.record.linkType.rawValue == linkType)
      }
    }
  }

  @Test(arguments: headers)
  func leavesOutAPseudoHeaderOfAFrameThatWasCut(linkType: UInt16, length: Int) throws {
    for capture in try Self.captures(linkType: linkType, Self.frame, original: 1500) {
      let record = try #require(capture.packets.first).record
      #expect(record.capturedLength == 60 - length)
      #expect(record.originalLength == UInt32(1500 - length))
    }
  }

  @Test(arguments: headers, 0...4)
  func leavesNothingOfWhatIsShorterThanAPseudoHeader(
    header: (linkType: UInt16, length: Int), captured: Int
  ) throws {
    let data = Array(Self.frame.prefix(captured))
    for capture in try Self.captures(linkType: header.linkType, data) {
      #expect(capture.packets.count == 3)
      #expect(capture.payloads.allSatisfy { $0 == Array(data.dropFirst(header.length)) })
      let left = max(0, captured - header.length)
      #expect(capture.packets.allSatisfy { $0.record.originalLength == UInt32(left) })
    }
  }

  @Test(arguments: [0, 1, 9, 104, 107, 113, 122, 124, 138, 140, 187, 200, 202, 203, 207, 276])
  func keepsTheWholeFrameOfOtherLinkTypes(linkType: UInt16) throws {
    for capture in try Self.captures(linkType: linkType, Self.frame) {
      #expect(capture.payloads == [[UInt8]](repeating: Self.frame, count: 3))
      #expect(capture.packets.allSatisfy { $0.record.originalLength == 60 })
    }
  }

  @Test func goesByTheInterfaceOfEachPacket() throws {
    var builder = PcapNGBuilder(linkType: 204)
    builder.interface(linkType: 9)
    builder.interface(linkType: 139)
    for interface in 0..<3 as Range<UInt32> {
      builder.enhanced([1, 2, 3, 4, 5], interface: interface)
    }
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == [[2, 3, 4, 5], [1, 2, 3, 4, 5], [5]])
  }

  @Test func takesThePseudoHeaderBeforeTheCheckSequence() throws {
    var pcap = PcapBuilder(network: 0x2400_00CC)  // two words of check sequence
    pcap.add([0, 0xFF, 3, 0, 0x21, 9, 9, 9, 9])
    let record = try #require(ReadCapture(pcap.bytes).packets.first).record
    #expect(record.linkType == .pppWithDirection)
    #expect(record.capturedLength == 8 && record.checkSequenceLength == 4)
    #expect(record.frame.count == 4)
  }
}
