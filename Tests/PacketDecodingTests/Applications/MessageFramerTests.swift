import PacketDecoding
import TestSupport
import Testing

/// Streams of messages behind their length, shown with Modbus, whose length is in its header.
struct MessageFramerTests {
  private static func reader(_ parts: [(Bytes?, Int)]) -> (values: [String], isDone: Bool) {
    guard var parser = Modbus.makeStreamParser() else { return ([], true) }
    var notes = ApplicationNotes(
      source: .none, sourcePort: 40_000, destination: .none, destinationPort: 502, time: 0)
    for (bytes, gap) in parts {
      bytes?.withPieces { parser.consume($0, fromClient: true, into: &notes) }
      parser.skipGap(gap, fromClient: true)
    }
    return (notes.values.map { $0.value.text }, parser.isDone)
  }

  private static func message(unit: UInt8) -> Bytes {
    "0001 0000 0006" + Bytes([unit]) + "03 0000 0002"
  }

  @Test func readsSeveralMessagesOfOneSegment() {
    let all = Self.message(unit: 1) + Self.message(unit: 2)
    #expect(Self.reader([(all, 0)]).values.filter { $0.count == 1 } == ["1", "2"])
  }

  @Test func losesOnlyTheMessageWithAGap() {
    let first = Self.message(unit: 1)
    let values = Self.reader([
      (first.prefix(8), 4), (Self.message(unit: 2), 0),
    ]).values
    #expect(values.filter { $0.count == 1 } == ["2"])
  }

  @Test func goesOnWhereASegmentBeginsAMessage() {
    let values = Self.reader([
      (Self.message(unit: 1), 100), (Self.message(unit: 2), 0),
    ]).values
    #expect(values.filter { $0.count == 1 } == ["1", "2"])
  }

  @Test func givesUpOnWhatIsNoMessage() {
    let (values, isDone) = Self.reader([("ffff ffff ffff ffff", 0), ("0001 0000", 0)])
    #expect(values.isEmpty)
    // A segment further on may still begin a message.
    #expect(!isDone)
  }
}
