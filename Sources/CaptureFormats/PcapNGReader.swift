/// Reads pcapng (draft-ietf-opsawg-pcapng).
struct PcapNGReader: RecordReader {
  private(set) var bigEndian = false
  /// All interfaces of the file, those of earlier sections first.
  private(set) var interfaces: [CaptureInterface] = []
  /// Where the interfaces of the current section begin.
  private var sectionBase = 0
  private var comments: [String] = []
  private var writers: [String] = []
  private var names: [NameRecord] = []
  private var hasSection = false

  private static let sectionHeader: UInt32 = 0x0A0D_0D0A
  /// Blocks other than packets that are larger are skipped: nothing in them that a report shows.
  private static let largestDescription = 64 << 10
  /// The largest message of any link type with room for options: no more is waited for, whatever is said.
  private static let largestPacketBlock = 32 << 20
  private static let commentLimit = 1000
  private static let nameLimit = 10_000

  static func recognizes(_ bytes: RawSpan) -> Bool {
    bytes.byteCount >= 4 && bytes.load(0, bigEndian: true, as: UInt32.self) == sectionHeader
  }

  mutating func read(
    _ bytes: RawSpan, from start: Int, into records: inout [PacketRecord]
  ) -> ReadStep {
    var position = start
    while true {
      let step = readBlock(bytes, at: position, into: &records)
      if case .advanced(let next) = step {
        position = next
      } else {
        return position > start ? .advanced(to: position) : step
      }
    }
  }

  private mutating func readBlock(
    _ bytes: RawSpan, at position: Int, into records: inout [PacketRecord]
  ) -> ReadStep {
    let available = bytes.byteCount - position
    guard available >= 12 else { return .needs(12) }
    let type: UInt32 = bytes.load(position, bigEndian: bigEndian)
    if type == Self.sectionHeader {
      // The section header's own magic says how to read its length.
      guard let order = byteOrder(bytes, at: position + 8) else {
        return .stopped(reason: "the section header has an unknown byte-order magic")
      }
      bigEndian = order
    } else if !hasSection {
      return .stopped(reason: "a block stands before the first section header")
    }
    let stated: UInt32 = bytes.load(position + 4, bigEndian: bigEndian)
    guard stated >= 12 else {
      return .stopped(reason: "a block says that it is \(stated) bytes long; 12 is the least")
    }
    let length = (Int(stated) + 3) & ~3
    if Self.holdsPacket(type), length > Self.largestPacketBlock {
      return .stopped(
        reason: "a packet block says that it is \(stated) bytes long; "
          + "\(Self.largestPacketBlock) is the most")
    }
    if let toSkip = skipLength(type: type, length: length) { return .skip(toSkip) }
    guard available >= length else { return .needs(length) }
    let trailer: UInt32 = bytes.load(position + length - 4, bigEndian: bigEndian)
    guard trailer == stated else {
      return .stopped(
        reason: "a block's two lengths differ: \(stated) in front and \(trailer) behind")
    }
    let body = position + 8..<position + length - 4
    if let reason = readBody(bytes, type: type, body: body, into: &records) {
      return .stopped(reason: reason)
    }
    return .advanced(to: position + length)
  }

  private func byteOrder(_ bytes: RawSpan, at offset: Int) -> Bool? {
    switch bytes.load(offset, bigEndian: true, as: UInt32.self) {
    case 0x1A2B_3C4D: true
    case 0x4D3C_2B1A: false
    default: nil
    }
  }

  /// True for the enhanced, the simple and the obsolete packet block.
  private static func holdsPacket(_ type: UInt32) -> Bool { type == 6 || type == 3 || type == 2 }

  /// How much to skip of a block that is too large to be worth holding in memory.
  private func skipLength(type: UInt32, length: Int) -> Int? {
    switch type {
    case _ where Self.holdsPacket(type): return nil
    case 1, 4, Self.sectionHeader,
      _ where Self.holdsOtherRecord(type):
      return length > 16 << 20 ? length : nil
    default: return length > Self.largestDescription ? length : nil
    }
  }

  /// Returns why the block cannot be understood, or nil.
  private mutating func readBody(
    _ bytes: RawSpan, type: UInt32, body: Range<Int>, into records: inout [PacketRecord]
  ) -> String? {
    switch type {
    case 6: return readEnhancedPacket(bytes, body, into: &records)
    case 3: return readSimplePacket(bytes, body, into: &records)
    case 2: return readObsoletePacket(bytes, body, into: &records)
    case 1: return readInterface(bytes, body)
    case 5: return readStatistics(bytes, body)
    case 4: return readNames(bytes, body)
    case Self.sectionHeader: return readSection(bytes, body)
    // Secrets and unknown blocks: nothing that the packets need.
    default:
      if Self.holdsOtherRecord(type) { readOtherRecord(bytes, type: type, body, into: &records) }
      return nil
    }
  }
}

// MARK: - Packets

extension PcapNGReader {
  private func readEnhancedPacket(
    _ bytes: RawSpan, _ body: Range<Int>, into records: inout [PacketRecord]
  ) -> String? {
    guard body.count >= 20 else { return "an enhanced packet block is only \(body.count) bytes" }
    let interface: UInt32 = bytes.load(body.lowerBound, bigEndian: bigEndian)
    return appendPacket(
      bytes, body, interface: interface, clockAt: body.lowerBound + 4, into: &records)
  }

  /// The obsolete packet block differs from the enhanced one in its first four bytes only.
  private func readObsoletePacket(
    _ bytes: RawSpan, _ body: Range<Int>, into records: inout [PacketRecord]
  ) -> String? {
    guard body.count >= 20 else { return "a packet block is only \(body.count) bytes" }
    let interface: UInt16 = bytes.load(body.lowerBound, bigEndian: bigEndian)
    return appendPacket(
      bytes, body, interface: UInt32(interface), clockAt: body.lowerBound + 4, into: &records)
  }

  private func appendPacket(
    _ bytes: RawSpan, _ body: Range<Int>, interface number: UInt32, clockAt clock: Int,
    into records: inout [PacketRecord]
  ) -> String? {
    let index = sectionBase + Int(number)
    guard index < interfaces.count else {
      return
        "a packet names interface \(number), but \(interfaces.count - sectionBase) are described"
    }
    let high: UInt32 = bytes.load(clock, bigEndian: bigEndian)
    let low: UInt32 = bytes.load(clock + 4, bigEndian: bigEndian)
    let captured = Int(bytes.load(clock + 8, bigEndian: bigEndian, as: UInt32.self))
    let original: UInt32 = bytes.load(clock + 12, bigEndian: bigEndian)
    guard captured <= body.upperBound - clock - 16 else {
      return "a packet says \(captured) captured bytes, more than its block holds"
    }
    let linkType = interfaces[index].linkType
    guard captured <= largestPacket(on: linkType) else {
      return "a packet says \(captured) captured bytes, more than the \(largestPacket) allowed"
    }
    records.append(
      PacketRecord(
        time: interfaces[index].resolution.timestamp(
          ticks: UInt64(high) << 32 | UInt64(low), offset: interfaces[index].timeOffset),
        offset: clock + 16, capturedLength: captured, originalLength: original,
        linkType: linkType, checkSequenceLength: interfaces[index].checkSequenceLength,
        interface: UInt32(index)))
    return nil
  }

  private func readSimplePacket(
    _ bytes: RawSpan, _ body: Range<Int>, into records: inout [PacketRecord]
  ) -> String? {
    guard body.count >= 4 else { return "a simple packet block is only \(body.count) bytes" }
    guard sectionBase < interfaces.count else {
      return "a simple packet stands before any interface description"
    }
    let interface = interfaces[sectionBase]
    let original: UInt32 = bytes.load(body.lowerBound, bigEndian: bigEndian)
    let limit = interface.snapLength == 0 ? UInt32.max : interface.snapLength
    let captured = Int(min(original, limit))
    guard captured <= body.count - 4 else {
      return "a simple packet says \(captured) captured bytes, more than its block holds"
    }
    records.append(
      PacketRecord(
        time: PacketRecord.absentTime, offset: body.lowerBound + 4, capturedLength: captured,
        originalLength: original, linkType: interface.linkType,
        checkSequenceLength: interface.checkSequenceLength, interface: UInt32(sectionBase)))
    return nil
  }
}

// MARK: - Descriptions

extension PcapNGReader {
  private mutating func readSection(_ bytes: RawSpan, _ body: Range<Int>) -> String? {
    guard body.count >= 16 else { return "a section header is only \(body.count) bytes" }
    let major: UInt16 = bytes.load(body.lowerBound + 4, bigEndian: bigEndian)
    let minor: UInt16 = bytes.load(body.lowerBound + 6, bigEndian: bigEndian)
    // 1.2 was written by some programs and means the same (draft section 4.1).
    guard major == 1, minor == 0 || minor == 2 else {
      return "pcapng version \(major).\(minor) is unknown; 1.0 is what can be read"
    }
    hasSection = true
    sectionBase = interfaces.count
    eachOption(bytes, body.lowerBound + 16..<body.upperBound) { reader, code, value in
      switch code {
      case 1: reader.addComment(value)
      case 2, 3, 4: reader.addWriter(value)
      default: break
      }
    }
    return nil
  }

  private mutating func readInterface(_ bytes: RawSpan, _ body: Range<Int>) -> String? {
    guard body.count >= 8 else { return "an interface description is only \(body.count) bytes" }
    guard interfaces.count < 65_536 else { return "it describes more than 65,536 interfaces" }
    var interface = CaptureInterface(
      linkType: LinkType(rawValue: bytes.load(body.lowerBound, bigEndian: bigEndian)),
      snapLength: bytes.load(body.lowerBound + 4, bigEndian: bigEndian))
    let big = bigEndian
    eachOption(bytes, body.lowerBound + 8..<body.upperBound) { reader, code, value in
      switch code {
      case 1: reader.addComment(value)
      case 2: interface.name = value.text
      case 3: interface.description = value.text
      case 9:
        if let octet = value.first, let known = TimeResolution(option: octet) {
          interface.resolution = known
        }
      case 13: interface.checkSequenceLength = (value.first ?? 0) & 0x0F
      case 14 where value.count >= 8:
        interface.timeOffset = value.rawSpan.load(0, bigEndian: big)
      default: break
      }
    }
    interfaces.append(interface)
    return nil
  }

  private mutating func readStatistics(_ bytes: RawSpan, _ body: Range<Int>) -> String? {
    guard body.count >= 12 else { return nil }
    let number: UInt32 = bytes.load(body.lowerBound, bigEndian: bigEndian)
    let index = sectionBase + Int(number)
    guard index < interfaces.count else { return nil }
    let big = bigEndian
    eachOption(bytes, body.lowerBound + 12..<body.upperBound) { reader, code, value in
      guard value.count >= 8 else { return }
      let count: UInt64 = value.rawSpan.load(0, bigEndian: big)
      // Counters are totals since the start: the last statistics block of an interface is the one.
      if code == 4 { reader.interfaces[index].received = count }
      if code == 5 { reader.interfaces[index].dropped = count }
    }
    return nil
  }

  /// Records of an address and its names, each of which a zero ends (draft section 4.5).
  private mutating func readNames(_ bytes: RawSpan, _ body: Range<Int>) -> String? {
    var position = body.lowerBound
    while body.upperBound - position >= 4, names.count < Self.nameLimit {
      let kind: UInt16 = bytes.load(position, bigEndian: bigEndian)
      let length = Int(bytes.load(position + 2, bigEndian: bigEndian, as: UInt16.self))
      position += 4
      let addressLength = kind == 1 ? 4 : kind == 2 ? 16 : 0
      // What is behind the end, or an option, names nothing.
      guard kind != 0, length <= body.upperBound - position else { return nil }
      if addressLength > 0, length > addressLength {
        let value = (position..<position + length).map {
          bytes.load($0, bigEndian: bigEndian, as: UInt8.self)
        }
        let texts = value[addressLength...].split(separator: 0).prefix(8).map { Array($0).text }
        names.append(NameRecord(address: Array(value[..<addressLength]), names: texts))
      }
      position += min((length + 3) & ~3, body.upperBound - position)
    }
    return nil
  }

  private mutating func eachOption(
    _ bytes: RawSpan, _ range: Range<Int>,
    _ body: (inout PcapNGReader, UInt16, [UInt8]) -> Void
  ) {
    var position = range.lowerBound
    while range.upperBound - position >= 4 {
      let code: UInt16 = bytes.load(position, bigEndian: bigEndian)
      let length = Int(bytes.load(position + 2, bigEndian: bigEndian, as: UInt16.self))
      position += 4
      guard code != 0, length <= range.upperBound - position else { return }
      let value = (0..<length).map {
        bytes.load(position + $0, bigEndian: bigEndian, as: UInt8.self)
      }
      body(&self, code, value)
      position += min((length + 3) & ~3, range.upperBound - position)
    }
  }

  private mutating func addComment(_ value: [UInt8]) {
    if comments.count < Self.commentLimit { comments.append(value.text) }
  }

  private mutating func addWriter(_ value: [UInt8]) {
    let text = value.text
    if !text.isEmpty, writers.count < 16, !writers.contains(text) { writers.append(text) }
  }

  func describe(into summary: inout CaptureFileSummary) {
    summary.format = "pcapng"
    summary.comments = comments
    summary.writtenBy = writers
    summary.names = names
  }
}
