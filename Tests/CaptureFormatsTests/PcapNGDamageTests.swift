import CaptureFormats
import TestSupport
import Testing

/// Blocks that contradict themselves end the reading, and say why.
struct PcapNGDamageTests {
  /// A capture with one good packet and what `damage` appends to it.
  static func cut(_ damage: (inout PcapNGBuilder) -> Void) throws -> (offset: Int, CutShort?) {
    var builder = PcapNGBuilder(linkType: 1)
    builder.enhanced([1])
    let offset = builder.bytes.count
    damage(&builder)
    builder.enhanced([2])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == [[1]])
    return (offset, capture.summary.cutShort)
  }

  static func expect(_ reason: String, _ damage: (inout PcapNGBuilder) -> Void) throws {
    let (offset, cut) = try Self.cut(damage)
    #expect(cut == CutShort(offset: UInt64(offset), packet: 1, reason: reason))
  }

  @Test func rejectsAnInterfaceThatIsNotDescribed() throws {
    let reason = "a packet names interface 1, but 1 are described"
    try Self.expect(reason) { $0.enhanced([9], interface: 1) }
    try Self.expect(reason) { $0.obsolete([9], interface: 1) }
    try Self.expect("a packet names interface 4294967295, but 1 are described") {
      $0.enhanced([9], interface: .max)
    }
  }

  @Test func rejectsAnInterfaceOfAnotherSection() throws {
    let (_, cut) = try Self.cut {
      $0.section()
      $0.enhanced([9])
    }
    #expect(cut?.reason == "a packet names interface 0, but 0 are described")
    let (_, simple) = try Self.cut {
      $0.section()
      $0.simple([9])
    }
    #expect(simple?.reason == "a simple packet stands before any interface description")
  }

  @Test func rejectsLengthsThatDiffer() throws {
    try Self.expect("a block's two lengths differ: 16 in front and 20 behind") {
      $0.block(99, [1, 2, 3, 4], trailer: 20)
    }
  }

  @Test(arguments: 0..<12 as Range<UInt32>)
  func rejectsALengthThatNoBlockCanHave(length: UInt32) throws {
    try Self.expect("a block says that it is \(length) bytes long; 12 is the least") {
      $0.block(99, [1, 2, 3, 4], length: length)
    }
  }

  @Test func rejectsMoreCapturedBytesThanTheBlockHolds() throws {
    try Self.expect("a packet says 9 captured bytes, more than its block holds") {
      $0.enhanced([1, 2, 3, 4], captured: 9)
    }
    try Self.expect("a packet says 4294967295 captured bytes, more than its block holds") {
      $0.enhanced([1, 2, 3, 4], captured: .max)
    }
    try Self.expect("a simple packet says 9 captured bytes, more than its block holds") {
      $0.simple([1, 2, 3, 4], original: 9)
    }
  }

  @Test(arguments: [
    (6, 16, "an enhanced packet block is only 16 bytes"),
    (2, 16, "a packet block is only 16 bytes"),
    (3, 0, "a simple packet block is only 0 bytes"),
    (1, 4, "an interface description is only 4 bytes"),
  ])
  func rejectsABlockWithoutRoomForItsFields(type: UInt32, length: Int, reason: String) throws {
    try Self.expect(reason) { $0.block(type, [UInt8](repeating: 0, count: length)) }
  }

  @Test func ignoresStatisticsOfAnUnknownInterface() throws {
    var builder = PcapNGBuilder(linkType: 1)
    builder.statistics(interface: 7, received: 1, dropped: 1)
    builder.block(5, [0, 0, 0, 0])
    builder.enhanced([1])
    let capture = try ReadCapture(builder.bytes)
    #expect(capture.payloads == [[1]])
    #expect(capture.summary.interfaces.first?.received == nil)
  }

  @Test func stopsAtOneInterfaceTooMany() throws {
    var builder = PcapNGBuilder()
    builder.section()
    for _ in 0..<65_537 { builder.interface(linkType: 1) }
    builder.simple([1])
    let capture = try ReadCapture(builder.bytes, blockCapacity: 64 << 10)
    #expect(capture.summary.interfaces.count == 65_536)
    #expect(capture.summary.cutShort?.reason == "it describes more than 65,536 interfaces")
  }

  @Test func keepsABoundedNumberOfComments() throws {
    var builder = PcapNGBuilder()
    for number in 0..<1100 { builder.section(options: [.init(1, "\(number)")]) }
    #expect(try ReadCapture(builder.bytes).summary.comments.count == 1000)
  }
}
