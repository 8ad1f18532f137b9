internal import CaptureFormats

/// The interfaces of a recording as every one of its files numbers them.
///
/// A source may begin with more interfaces, or another link type on one, at any time; each gets a
/// description of its own.
struct RecordedInterfaces: Sendable {
  /// All descriptions, in the order of their numbers in the files.
  private(set) var all: [PcapNGInterface]
  /// Which description holds now, by the number that the source has for the interface.
  private var current: [UInt32]
  /// By description, the source's number.
  private var sources: [Int]

  /// Enough for any machine; a stream may claim more.
  static let limit = 256
  private static let largestSource = 65_535

  init(_ interfaces: [PcapNGInterface]) {
    all = Array(interfaces.prefix(Self.limit))
    current = all.indices.map { UInt32($0) }
    sources = Array(all.indices)
  }

  /// The number in the files of the interface that a packet came from; nil if there are too many.
  @inline(__always)
  mutating func number(for record: PacketRecord) -> UInt32? {
    let source = Int(record.interface)
    if source < current.count {
      let known = Int(current[source])
      if known < all.count, Self.fits(all[known], record) { return UInt32(known) }
    }
    return describe(record)
  }

  /// The description that holds now for an interface of the source.
  func number(ofSource source: Int) -> Int? {
    guard source < current.count, current[source] != .max else { return nil }
    return Int(current[source])
  }

  @inline(__always)
  private static func fits(_ interface: PcapNGInterface, _ record: PacketRecord) -> Bool {
    interface.linkType == record.linkType
      && interface.checkSequenceLength == record.checkSequenceLength
  }

  private mutating func describe(_ record: PacketRecord) -> UInt32? {
    let source = Int(record.interface)
    guard source <= Self.largestSource else { return nil }
    let known = all.indices.first { sources[$0] == source && Self.fits(all[$0], record) }
    guard known != nil || all.count < Self.limit else { return nil }
    if current.count <= source {
      current += repeatElement(UInt32.max, count: source + 1 - current.count)
    }
    if known == nil {
      var interface = number(ofSource: source).map { all[$0] }
      interface?.linkType = record.linkType
      interface?.checkSequenceLength = record.checkSequenceLength
      all.append(
        interface
          ?? PcapNGInterface(
            linkType: record.linkType, checkSequenceLength: record.checkSequenceLength))
      sources.append(source)
    }
    current[source] = UInt32(known ?? all.count - 1)
    return current[source]
  }
}
