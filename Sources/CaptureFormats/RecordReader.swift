/// What a format's reader did with the bytes at hand.
enum ReadStep {
  /// Continue at this offset; perhaps with more records in the block.
  case advanced(to: Int)
  /// The record or block at hand needs this many bytes in all.
  case needs(Int)
  /// Skip this many bytes from the current offset without looking at them.
  case skip(Int)
  /// The bytes from here on cannot be understood.
  case stopped(reason: String)
}

/// One format's way to find packets in a run of bytes.
protocol RecordReader {
  var interfaces: [CaptureInterface] { get }
  /// Reads as many records as are complete from `start` on and appends them to `records`.
  mutating func read(
    _ bytes: RawSpan, from start: Int, into records: inout [PacketRecord]
  ) -> ReadStep
  /// Adds what the file says of itself.
  func describe(into summary: inout CaptureFileSummary)
}

/// No packet is larger: what Wireshark and libpcap accept, too.
let largestPacket = 262_144

/// Link types on which messages may be far larger than a network's frames (D-Bus, USB).
func largestPacket(on linkType: LinkType) -> Int {
  linkType.rawValue == 231 || linkType.rawValue == 249 ? 16 << 20 : largestPacket
}

/// What is known of an interface while its file is read.
struct CaptureInterface {
  var linkType: LinkType
  var snapLength: UInt32
  var resolution = TimeResolution.microseconds
  /// Seconds to add to every time.
  var timeOffset: Int64 = 0
  var checkSequenceLength: UInt8 = 0
  var name: String?
  var description: String?
  var received: UInt64?
  var dropped: UInt64?
}
