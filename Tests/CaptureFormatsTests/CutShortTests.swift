import CaptureFormats
import TestSupport
import Testing

/// Captures that end, or become nonsense, before their end.
struct CutShortTests {
  /// Offsets at which the records of ``Samples/pcap`` begin, and its end.
  static let pcapStarts: [Int] = Samples.payloads.reduce(into: [24]) {
    $0.append(($0.last ?? 0) + 16 + $1.count)
  }

  @Test(arguments: 24...Samples.pcap.count)
  func deliversThePacketsBeforeTheCutInPcap(length: Int) throws {
    let capture = try ReadCapture(Array(Samples.pcap.prefix(length)))
    let whole = Self.pcapStarts.count { $0 <= length } - 1
    #expect(capture.payloads == Array(Samples.payloads.prefix(whole)))
    #expect(capture.summary.packets == UInt64(whole))
    if Self.pcapStarts.contains(length) {
      #expect(capture.summary.cutShort == nil)
    } else {
      let cut = try #require(capture.summary.cutShort)
      #expect(cut.offset == UInt64(Self.pcapStarts[whole]))
      #expect(cut.packet == UInt64(whole))
      #expect(cut.reason.hasPrefix("the file ends "))
    }
  }

  @Test(arguments: 4...Samples.pcapng.count)
  func deliversThePacketsBeforeTheCutInPcapNG(length: Int) throws {
    let (starts, packets) = Self.blocks(Samples.pcapng)
    let capture = try ReadCapture(Array(Samples.pcapng.prefix(length)))
    let whole = starts.count { $0 <= length } - 1
    #expect(capture.payloads == Array(Samples.payloads.prefix(packets[whole])))
    if starts.contains(length) {
      #expect(capture.summary.cutShort == nil)
    } else {
      let cut = try #require(capture.summary.cutShort)
      #expect(cut.offset == UInt64(starts[whole]))
      #expect(cut.packet == UInt64(packets[whole]))
    }
  }

  /// Where blocks begin, with the end, and how many packets stand before each.
  static func blocks(_ bytes: [UInt8]) -> (starts: [Int], packets: [Int]) {
    var (starts, packets) = ([0], [0])
    var bigEndian = false
    while let start = starts.last, start < bytes.count {
      let word = { (at: Int) in
        bytes[start + at..<start + at + 4].enumerated().reduce(0) {
          $0 | Int($1.element) << ((bigEndian ? 3 - $1.offset : $1.offset) * 8)
        }
      }
      if bytes[start] == 0x0A { bigEndian = bytes[start + 8] == 0x1A }
      starts.append(start + word(4))
      packets.append(packets[packets.count - 1] + ([2, 3, 6].contains(word(0)) ? 1 : 0))
    }
    return (starts, packets)
  }

  @Test func stopsWhereAPcapRecordIsNonsense() throws {
    for index in Samples.payloads.indices {
      var bytes = Samples.pcap
      // The captured length of one record.
      bytes[Self.pcapStarts[index] + 11] = 0x7F
      let capture = try ReadCapture(bytes)
      #expect(capture.payloads == Array(Samples.payloads.prefix(index)))
      #expect(capture.summary.cutShort?.offset == UInt64(Self.pcapStarts[index]))
      #expect(capture.summary.cutShort?.packet == UInt64(index))
    }
  }

  @Test func stopsWhereAPcapNGBlockIsNonsense() throws {
    let (starts, packets) = Self.blocks(Samples.pcapng)
    for index in 2..<starts.count - 1 {
      var bytes = Samples.pcapng
      // Its second length.
      bytes[starts[index + 1] - 2] ^= 0x55
      let capture = try ReadCapture(bytes)
      #expect(capture.payloads == Array(Samples.payloads.prefix(packets[index])))
      let cut = try #require(capture.summary.cutShort)
      #expect(cut.offset == UInt64(starts[index]))
      #expect(cut.packet == UInt64(packets[index]))
      #expect(cut.reason.hasPrefix("a block's two lengths differ"))
    }
  }
}
