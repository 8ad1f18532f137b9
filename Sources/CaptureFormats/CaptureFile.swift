/// A saved capture, or one on standard input: pcap or pcapng, plain or compressed.
///
/// Memory does not grow with the file: one block, and what compression needs.
package final class CaptureFile: PacketSource {
  /// What the file says of itself; complete when ``next(into:)`` has returned false.
  package private(set) var summary: CaptureFileSummary

  private let path: String
  private let file: FileInput
  private let input: any ByteInput
  private var reader: any RecordReader
  /// Bytes that were read and belong to the next block.
  private var carried: [UInt8] = []
  /// Where ``carried`` begins in the decompressed capture.
  private var offset: UInt64 = 0
  private var packets: UInt64 = 0
  private var toSkip = 0
  /// Where the block that is being skipped begins in the decompressed capture.
  private var skippedFrom: UInt64 = 0
  private var ended = false

  /// Opens `path`, "-" for standard input, and reads its file header; with `growth`, a file that is
  /// still being written goes on until that is stopped.
  package init(path: String, growth: FileGrowth? = nil) throws {
    self.path = path == "-" ? "standard input" : path
    file = try FileInput(path: path, growth: growth)
    let (compression, stream, head) = try Self.probe(file, path: self.path)
    input = stream
    summary = CaptureFileSummary(name: self.path, format: "")
    summary.compression = compression.rawValue
    summary.bytesOnDisk = file.size
    let bytes = head.rawSpan
    if PcapReader.recognizes(bytes) {
      reader = try PcapReader(header: bytes, path: self.path)
      offset = UInt64(PcapReader.headerLength)
      carried = Array(head.dropFirst(PcapReader.headerLength))
    } else if PcapNGReader.recognizes(bytes) {
      reader = PcapNGReader()
      carried = head
      try readFirstSection()
    } else {
      throw CaptureError.notACapture(path: self.path, firstBytes: head)
    }
  }

  /// How many bytes of the file on disk were read, for progress.
  package var bytesRead: UInt64 { file.position }
  package var size: UInt64? { file.size }

  /// True if the file begins like a capture, compressed or not; for walking directories.
  package static func isCapture(path: String) -> Bool {
    guard let file = try? FileInput(path: path), file.size != nil,
      let head = try? probe(file, path: path).head
    else { return false }
    return PcapReader.recognizes(head.rawSpan) || PcapNGReader.recognizes(head.rawSpan)
  }

  private static func probe(
    _ file: FileInput, path: String
  ) throws -> (compression: Compression, stream: any ByteInput, head: [UInt8]) {
    let raw = try readHead(of: file)
    guard !raw.isEmpty else { throw CaptureError.empty(path: path) }
    let compression = Compression(firstBytes: raw)
    guard compression != .none else { return (.none, file, raw) }
    do {
      let stream = try compression.decompress(PrefixedInput(prefix: raw, rest: file))
      return (compression, stream, try readHead(of: stream))
    } catch let error as DecompressionError {
      throw CaptureError.corrupt(path: path, offset: 0, reason: error.description)
    }
  }

  /// The first bytes, at least a pcap file header unless there are fewer.
  private static func readHead(of input: any ByteInput) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var filled = 0
    do {
      while filled < 32 {
        let count = try input.read(into: &buffer, from: filled)
        if count == 0 { break }
        filled += count
      }
    } catch is DecompressionError where filled >= PcapReader.headerLength {
      // The next read says so again.
    }
    return Array(buffer.prefix(filled))
  }

  /// A capture whose very first block is broken holds nothing to report on.
  private func readFirstSection() throws {
    var probe = PcapNGReader()
    var records: [PacketRecord] = []
    if case .stopped(let reason) = probe.read(carried.rawSpan, from: 0, into: &records) {
      throw CaptureError.corrupt(path: path, offset: 0, reason: reason)
    }
  }

  package func next(into block: PacketBlock) throws -> Bool {
    block.records.removeAll(keepingCapacity: true)
    guard !ended else { return false }
    var filled = carried.count
    if filled > block.bytes.count { grow(block, to: filled) }
    block.bytes.replaceSubrange(0..<filled, with: carried)
    carried.removeAll(keepingCapacity: true)
    try fill(block, filled: &filled)
    for index in block.records.indices {
      block.records[index].number = packets &+ UInt64(index) &+ 1
      block.records[index].dropPseudoHeader()
    }
    packets += UInt64(block.records.count)
    return !block.records.isEmpty
  }

  /// Reads until the block holds a packet or the input ends.
  private func fill(_ block: PacketBlock, filled: inout Int) throws {
    var start = 0
    while true {
      skip(&start, filled: filled)
      var needed = 1
      // A large read is worth waiting for only when what is here is not enough for one record.
      while start < filled, toSkip == 0 {
        let step = advance(block, from: start, to: filled)
        if case .advanced(let next) = step {
          start = next
        } else if case .skip(let count) = step {
          toSkip = count
          skippedFrom = offset + UInt64(start)
          skip(&start, filled: filled)
        } else if case .needs(let count) = step {
          needed = count
          break
        } else if case .stopped(let reason) = step {
          return stop(at: start, reason: reason, in: block)
        }
      }
      if !block.records.isEmpty { return carry(block, start..<filled) }
      offset += UInt64(start)
      block.bytes.replaceSubrange(0..<filled - start, with: Array(block.bytes[start..<filled]))
      filled -= start
      start = 0
      if needed > block.bytes.count { grow(block, to: needed) }
      let count = try read(into: block, from: filled)
      if count == 0 { return finish(leftOver: filled, needed: needed) }
      filled += count
    }
  }

  private func skip(_ start: inout Int, filled: Int) {
    let count = min(toSkip, filled - start)
    start += count
    toSkip -= count
  }

  private func advance(_ block: PacketBlock, from start: Int, to filled: Int) -> ReadStep {
    let bytes = block.bytes
    return reader.read(
      bytes.rawSpan.extracting(0..<filled), from: start, into: &block.records)
  }

  private func read(into block: PacketBlock, from filled: Int) throws -> Int {
    do {
      return try input.read(into: &block.bytes, from: filled)
    } catch let error as DecompressionError {
      cutShort(at: offset + UInt64(filled), reason: error.description, packets: packets)
      ended = true
      return 0
    }
  }

  private func carry(_ block: PacketBlock, _ rest: Range<Int>) {
    carried.append(contentsOf: block.bytes[rest])
    offset += UInt64(rest.lowerBound)
  }

  private func grow(_ block: PacketBlock, to count: Int) {
    block.bytes.append(contentsOf: repeatElement(0, count: count - block.bytes.count + (64 << 10)))
  }
}

// MARK: - The end

extension CaptureFile {
  private func stop(at start: Int, reason: String, in block: PacketBlock) {
    let read = packets + UInt64(block.records.count)
    cutShort(at: offset + UInt64(start), reason: reason, packets: read)
    ended = true
    describe(packets: read)
  }

  private func finish(leftOver: Int, needed: Int) {
    if leftOver > 0 || toSkip > 0 {
      let missing = toSkip > 0 ? toSkip : needed - leftOver
      cutShort(
        at: toSkip > 0 ? skippedFrom : offset,
        reason: "the file ends \(missing) bytes before the end of a record", packets: packets)
    }
    ended = true
    describe(packets: packets)
  }

  private func cutShort(at position: UInt64, reason: String, packets: UInt64) {
    guard summary.cutShort == nil else { return }
    summary.cutShort = CutShort(offset: position, packet: packets, reason: reason)
  }

  private func describe(packets: UInt64) {
    reader.describe(into: &summary)
    summary.packets = packets
    summary.bytesOnDisk = file.size ?? file.position
    for interface in reader.interfaces {
      let name = interface.linkType.description
      if !summary.linkTypes.contains(name) { summary.linkTypes.append(name) }
      summary.interfaces.append(
        CaptureInterfaceSummary(
          name: interface.name, description: interface.description, linkType: name,
          received: interface.received, dropped: interface.dropped))
    }
    summary.snapLength = reader.interfaces.map(\.snapLength).max() ?? 0
    summary.timePrecision =
      reader.interfaces.map(\.resolution).max { $0.ticksPerSecond < $1.ticksPerSecond }?.name ?? ""
  }
}
