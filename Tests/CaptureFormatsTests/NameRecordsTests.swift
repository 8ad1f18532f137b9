import CaptureFormats
import TestSupport
import Testing

/// Blocks for name resolution (draft section 4.5).
struct NameRecordsTests {
  /// A record: an address and names, each of which a zero ends.
  static func record(
    _ kind: UInt16, _ address: [UInt8], _ names: String..., in builder: PcapNGBuilder
  ) -> [UInt8] {
    let value = address + names.flatMap { Array($0.utf8) + [0] }
    let padding = [UInt8](repeating: 0, count: -value.count & 3)
    return builder.encoded(kind) + builder.encoded(UInt16(value.count)) + value + padding
  }

  @Test(arguments: [false, true])
  func giveNamesToAddresses(bigEndian: Bool) throws {
    var builder = PcapNGBuilder(bigEndian: bigEndian, linkType: 1)
    let six: [UInt8] = [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 11) + [1]
    builder.block(
      4,
      Self.record(1, [192, 0, 2, 1], "gateway", "gw.example", in: builder)
        + Self.record(7, [1, 2, 3, 4], "of a kind to come", in: builder)
        + Self.record(2, six, "six.example", in: builder) + builder.encoded(UInt32(0))
        + Self.record(1, [192, 0, 2, 9], "behind the end", in: builder))
    builder.enhanced([1])
    let capture = try ReadCapture(builder.bytes)
    #expect(
      capture.summary.names == [
        NameRecord(address: [192, 0, 2, 1], names: ["gateway", "gw.example"]),
        NameRecord(address: six, names: ["six.example"]),
      ])
    #expect(capture.packets.count == 1)
  }

  @Test func endTheCaptureInNoCase() throws {
    var builder = PcapNGBuilder(linkType: 1)
    let whole = Self.record(1, [192, 0, 2, 1], "gateway", in: builder)
    for length in 0..<whole.count { builder.block(4, Array(whole.prefix(length))) }
    builder.block(4, [1, 0, 0xFF, 0xFF, 192, 0, 2, 1])
    builder.enhanced([1])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.packets.count == 1 && capture.summary.cutShort == nil)
  }
}
