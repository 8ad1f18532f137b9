/// Encodes pcapng (draft-ietf-opsawg-pcapng) into memory: little-endian, times in nanoseconds.
///
/// A section comes first, then its interfaces, which are numbered from 0 in the order in which they are
/// added; more may follow between packets.
package struct PcapNGWriter: Sendable {
  /// Whole blocks; whoever writes them to a file takes them from here.
  package var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ section: PcapNGSection) {
    var options = PcapNGOptions()
    options.add(2, section.hardware)
    options.add(3, section.operatingSystem)
    options.add(4, section.application)
    // The length of the section is not known while it grows.
    let body: InlineArray<4, UInt32> = [0x1A2B_3C4D, 1, .max, .max]
    addBlock(0x0A0D_0D0A, body, options)
  }

  package mutating func add(_ interface: PcapNGInterface) {
    var options = PcapNGOptions()
    options.add(2, interface.name)
    options.add(3, interface.description)
    options.add(9, [9])
    options.add(filter: interface.filter)
    if interface.checkSequenceLength > 0 { options.add(13, [interface.checkSequenceLength]) }
    let body: InlineArray<2, UInt32> = [UInt32(interface.linkType.rawValue), interface.snapLength]
    addBlock(1, body, options)
  }

  package mutating func add(_ statistics: PcapNGStatistics, interface: UInt32) {
    var options = PcapNGOptions()
    options.add(2, statistics.start)
    options.add(3, statistics.end)
    options.add(4, statistics.received)
    options.add(5, statistics.dropped)
    let ticks = Self.ticks(statistics.end)
    let body: InlineArray<3, UInt32> = [
      interface, UInt32(truncatingIfNeeded: ticks >> 32), UInt32(truncatingIfNeeded: ticks),
    ]
    addBlock(5, body, options)
  }

  /// Adds a packet whose record says where it lies in `source`.
  ///
  /// A packet without a time becomes a simple packet block if that can hold it: whole, and of the first
  /// interface. Others of them get the year 1970, as everything from before.
  @inline(__always)
  package mutating func add(_ record: PacketRecord, in source: [UInt8], interface: UInt32) {
    let pseudoHeader = record.lacksPseudoHeader ? record.linkType.pseudoHeaderLength : 0
    // Of a frame of which nothing was captured nobody knows how much of its pseudo-header was.
    let before = record.capturedLength > 0 ? pseudoHeader : 0
    let start = record.offset - before
    let captured = UInt32(record.capturedLength + before)
    let original = record.originalLength &+ UInt32(pseudoHeader)
    let padding = -Int(captured) & 3
    let length: UInt32
    if record.hasTime || interface != 0 || captured != original {
      length = UInt32(32 + Int(captured) + padding)
      let ticks = Self.ticks(record.time)
      append(
        [
          6, length, interface, UInt32(truncatingIfNeeded: ticks >> 32),
          UInt32(truncatingIfNeeded: ticks), captured, original,
        ] as InlineArray<7, UInt32>)
    } else {
      length = UInt32(16 + Int(captured) + padding)
      append([3, length, original] as InlineArray<3, UInt32>)
    }
    append(source.rawSpan.extracting(start..<start + Int(captured)))
    appendTrailer(length, padding: padding)
  }

  /// Adds a packet with a comment that Wireshark shows; without a time it gets the year 1970.
  package mutating func add(
    _ record: PacketRecord, in source: [UInt8], interface: UInt32, comment: String
  ) {
    let header = record.lacksPseudoHeader ? record.linkType.pseudoHeaderLength : 0
    let before = record.capturedLength > 0 ? header : 0
    let captured = record.capturedLength + before
    let ticks = Self.ticks(record.time)
    var options = PcapNGOptions()
    options.add(1, comment)
    options.end()
    let padding = -captured & 3
    let length = UInt32(32 + captured + padding + options.bytes.count)
    append(
      [
        6, length, interface, UInt32(truncatingIfNeeded: ticks >> 32),
        UInt32(truncatingIfNeeded: ticks), UInt32(captured),
        record.originalLength &+ UInt32(header),
      ] as InlineArray<7, UInt32>)
    let start = record.offset - before
    append(source.rawSpan.extracting(start..<start + captured))
    bytes.append(contentsOf: repeatElement(0, count: padding))
    bytes += options.bytes
    append([length] as InlineArray<1, UInt32>)
  }

  /// How long the block of a packet is at most.
  @inline(__always)
  package static func largestLength(of record: PacketRecord) -> Int {
    32 + (record.capturedLength + 4 + 3) & ~3
  }

  /// Times before 1970 cannot be said without an offset that all packets of an interface share.
  @inline(__always)
  static func ticks(_ time: Timestamp) -> UInt64 { UInt64(max(0, time.nanoseconds)) }
}

// MARK: - Blocks

extension PcapNGWriter {
  /// Where the last block ends that lies whole within `limit` bytes after `start`, and how many packets
  /// are on the way; `bytes` are blocks of a writer.
  package static func wholeBlocks(
    of bytes: [UInt8], from start: Int, within limit: Int
  ) -> (end: Int, packets: Int) {
    let span = bytes.rawSpan
    let border = min(bytes.count - start, limit) + start
    var end = start
    var packets = 0
    while border - end >= 12 {
      let type: UInt32 = span.load(end, bigEndian: false)
      let next = endOfBlock(of: bytes, at: end)
      guard next <= border else { break }
      end = next
      if type == 6 || type == 3 { packets += 1 }
    }
    return (end, packets)
  }

  /// Where the block at `start` ends.
  package static func endOfBlock(of bytes: [UInt8], at start: Int) -> Int {
    start + Int(bytes.rawSpan.load(start + 4, bigEndian: false, as: UInt32.self))
  }

  private mutating func addBlock<let count: Int>(
    _ type: UInt32, _ body: InlineArray<count, UInt32>, _ options: PcapNGOptions
  ) {
    var options = options
    options.end()
    let length = UInt32(12 + 4 * count + options.bytes.count)
    append([type, length] as InlineArray<2, UInt32>)
    append(body)
    bytes += options.bytes
    append([length] as InlineArray<1, UInt32>)
  }

  @inline(__always)
  private mutating func append<let count: Int>(_ words: InlineArray<count, UInt32>) {
    var words = words
    for index in words.indices { words[index] = words[index].littleEndian }
    // UInt32 has no padding either.
    unsafe append(words.span.bytes)
  }

  @inline(__always)
  private mutating func append(_ span: RawSpan) {
    unsafe span.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  @inline(__always)
  private mutating func appendTrailer(_ length: UInt32, padding: Int) {
    let trailer = (UInt64(length) << UInt64(padding * 8)).littleEndian
    unsafe withUnsafeBytes(of: trailer) {
      unsafe bytes.append(contentsOf: $0.prefix(4 + padding))
    }
  }
}
