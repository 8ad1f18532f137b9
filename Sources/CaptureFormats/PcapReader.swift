/// Reads the classic format (`pcap-savefile(5)`), in all its dialects.
struct PcapReader: RecordReader {
  static let headerLength = 24

  private let bigEndian: Bool
  private let nanoseconds: Bool
  /// A record header is 16 bytes; 24 in Kuznetzov's patched libpcap.
  private let recordHeaderLength: Int
  private let lengthOrder: LengthOrder
  private let largest: Int
  private(set) var interfaces: [CaptureInterface]

  /// Before version 2.3 the two lengths of a record stood the other way round.
  private enum LengthOrder { case capturedFirst, originalFirst, unknown }

  /// True if a capture that begins like this is in this format.
  static func recognizes(_ bytes: RawSpan) -> Bool { order(bytes) != nil }

  private static func order(_ bytes: RawSpan) -> (bigEndian: Bool, magic: UInt32)? {
    guard bytes.byteCount >= 4 else { return nil }
    for bigEndian in [false, true] {
      let magic: UInt32 = bytes.load(0, bigEndian: bigEndian)
      if [0xA1B2_C3D4, 0xA1B2_3C4D, 0xA1B2_CD34].contains(magic) { return (bigEndian, magic) }
    }
    return nil
  }

  init(header: RawSpan, path: String) throws(CaptureError) {
    guard let (bigEndian, magic) = Self.order(header), header.byteCount >= Self.headerLength else {
      throw .corrupt(
        path: path, offset: UInt64(header.byteCount),
        reason: "the file header is \(header.byteCount) bytes long, not \(Self.headerLength)")
    }
    self.bigEndian = bigEndian
    nanoseconds = magic == 0xA1B2_3C4D
    recordHeaderLength = magic == 0xA1B2_CD34 ? 24 : 16
    let major: UInt16 = header.load(4, bigEndian: bigEndian)
    let minor: UInt16 = header.load(6, bigEndian: bigEndian)
    // 543.0 was written by an old AIX; libpcap takes it for 2.4, too.
    guard major == 2 || major == 543 else {
      throw .unsupported(
        path: path, reason: "pcap version \(major).\(minor) is unknown; 2.x is what can be read")
    }
    lengthOrder =
      major == 543 || minor >= 4 ? .capturedFirst : minor < 3 ? .originalFirst : .unknown
    let network: UInt32 = header.load(20, bigEndian: bigEndian)
    var interface = CaptureInterface(
      linkType: LinkType(rawValue: UInt16(truncatingIfNeeded: network)),
      snapLength: header.load(16, bigEndian: bigEndian))
    interface.resolution = nanoseconds ? .nanoseconds : .microseconds
    // pcap-savefile(5): bit 26 says that the upper four bits count the FCS in 16-bit words.
    if network & 0x0400_0000 != 0 { interface.checkSequenceLength = UInt8(network >> 28) * 2 }
    interfaces = [interface]
    largest = largestPacket(on: interface.linkType)
  }

  mutating func read(
    _ bytes: RawSpan, from start: Int, into records: inout [PacketRecord]
  ) -> ReadStep {
    let interface = interfaces[0]
    let end = bytes.byteCount
    var position = start
    while end - position >= recordHeaderLength {
      let seconds: UInt32 = bytes.load(position, bigEndian: bigEndian)
      let fraction: UInt32 = bytes.load(position + 4, bigEndian: bigEndian)
      var captured = Int(bytes.load(position + 8, bigEndian: bigEndian, as: UInt32.self))
      var original: UInt32 = bytes.load(position + 12, bigEndian: bigEndian)
      if lengthOrder != .capturedFirst, lengthOrder == .originalFirst || captured > Int(original) {
        (captured, original) = (Int(original), UInt32(truncatingIfNeeded: captured))
      }
      guard captured <= largest else {
        if position > start { return .advanced(to: position) }
        return .stopped(
          reason: "the record says \(captured) captured bytes, more than the \(largest) allowed")
      }
      let data = position + recordHeaderLength
      guard end - data >= captured else {
        return position > start
          ? .advanced(to: position) : .needs(recordHeaderLength + captured)
      }
      let nanos = Int64(seconds) * 1_000_000_000 + Int64(fraction) * (nanoseconds ? 1 : 1000)
      records.append(
        PacketRecord(
          time: Timestamp(nanoseconds: nanos), offset: data, capturedLength: captured,
          originalLength: original, linkType: interface.linkType,
          checkSequenceLength: interface.checkSequenceLength))
      position = data + captured
    }
    return position > start ? .advanced(to: position) : .needs(recordHeaderLength)
  }

  func describe(into summary: inout CaptureFileSummary) {
    summary.format = "pcap"
  }
}
