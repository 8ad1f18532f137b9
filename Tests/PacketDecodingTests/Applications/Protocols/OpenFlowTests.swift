import PacketDecoding
import TestSupport
import Testing

struct OpenFlowTests {
  static let frame = Bytes("0180c2000000 020000000001 0007 424203 00000000")
  static let hello: Bytes = "01 00 0008 00000001"
  static let match: Bytes = "0001 000c 80000004 00000001 00000000 0000"

  static func message(_ version: UInt8, _ type: UInt8, _ body: Bytes) -> Bytes {
    Bytes([version, type]) + Frames.number(UInt16(8 + body.array.count)) + "00000007" + body
  }

  static let packetsIn = [
    message(1, 10, "ffffffff 0015 0001 00 00" + frame),
    message(4, 10, "ffffffff 0015 00 00 0000000000000000" + match + frame),
    message(5, 10, "ffffffff 0015 00 00 0000000000000000" + match + frame),
  ]
  static let packetsOut = [
    message(1, 13, "ffffffff 0001 0008 0000000800010000" + frame),
    message(4, 13, "ffffffff 00000001 0010 000000000000 00000010000000010000000000000000" + frame),
  ]

  static func inner(_ message: Bytes) -> String? {
    var parser = OpenFlow.makeStreamParser()
    var found = notes()
    parser?.consume(message.array.span.bytes, fromClient: true, into: &found)
    return found.inner.description
  }

  @Test(arguments: packetsIn + packetsOut)
  func readsTheFrameThatIsSentOn(message: Bytes) {
    #expect(Self.inner(message) == "eth/llc/stp")
    OpenFlow.readDamaged([.client(bytes: message)])
  }

  /// Buffered at the switch, of a version with another layout, and of other types.
  @Test(arguments: [
    message(1, 13, "00000001 0001 0008 0000000800010000"), message(2, 10, "ffffffff" + frame),
    message(1, 3, frame), hello,
  ])
  func readsNoFrameWhereThereIsNone(message: Bytes) {
    #expect(Self.inner(message) == "")
  }

  @Test func readsVersionsAndTypes() {
    let reading = OpenFlow.everyReading([
      .client(bytes: Self.hello), .server(bytes: "04 00 0008 00000002"),
      .client(bytes: Self.packetsIn[0] + Self.packetsIn[1]),
    ])
    #expect(reading[OpenFlow.fields[0]] == ["1.0", "1.3", "1.0", "1.3"])
    let infos = OpenFlow.reading([.client(bytes: Self.packetsIn[0])]).infos
    #expect(infos == ["Type: Packet in"])
  }

  @Test(
    arguments: [
      (hello, true), ("06 23 0010", true), ("00 00 0008", false), ("07 00 0008", false),
      ("01 24 0008", false), ("01 00 0007", false), ("01 00", false),
    ] as [(Bytes, Bool)])
  func takesOnlyItsHeadersOnItsPorts(bytes: Bytes, isAccepted: Bool) {
    #expect(bytes.withReader { OpenFlow.acceptsStream($0) } == isAccepted)
    #expect(!bytes.withReader { OpenFlow.recognizesStream($0) })
  }
}
