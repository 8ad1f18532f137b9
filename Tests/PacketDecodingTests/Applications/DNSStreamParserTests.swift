import PacketDecoding
import TestSupport
import Testing

struct DNSStreamParserTests {
  /// A query and its response as they would be on one stream.
  static let stream = framed(DNSMessageTests.query) + framed(DNSMessageTests.response)

  static func framed(_ message: Bytes) -> Bytes {
    Bytes([UInt8(message.array.count >> 8), UInt8(message.array.count & 255)]) + message
  }

  static func messages(_ bytes: Bytes, cutAt cuts: [Int] = []) -> [DNSMessage] {
    var parser = DNSStreamParser()
    var messages: [DNSMessage] = []
    bytes.withPieces(cutAt: cuts) { parser.consume($0, into: &messages) }
    return messages
  }

  @Test func readsMessagesBehindTheirLengths() {
    let messages = Self.messages(Self.stream)
    #expect(messages.map(\.isResponse) == [false, true])
    #expect(messages[1].answers.count == 3)
  }

  @Test func doesNotDependOnWhereSegmentsEnd() {
    let whole = Self.messages(Self.stream)
    for cut in 1..<Self.stream.array.count {
      let messages = Self.messages(Self.stream, cutAt: [cut])
      #expect(messages.map(\.questions) == whole.map(\.questions))
      #expect(messages.map(\.answers) == whole.map(\.answers))
    }
    let bytewise = Self.messages(Self.stream, cutAt: Array(1..<Self.stream.array.count))
    #expect(bytewise.map(\.answers) == whole.map(\.answers))
  }

  @Test func losesOnlyTheMessageWithAGap() {
    var parser = DNSStreamParser()
    var messages: [DNSMessage] = []
    let first = Self.framed(DNSMessageTests.query)
    first.prefix(20).withPieces { parser.consume($0, into: &messages) }
    parser.skipGap(first.array.count - 25)
    let rest = Bytes(Array(first.array.suffix(5))) + Self.framed(DNSMessageTests.response)
    rest.withPieces { parser.consume($0, into: &messages) }
    #expect(messages.map(\.isResponse) == [true])
    #expect(!parser.isDone)
  }

  @Test func givesUpWhereTheFramingIsLost() {
    var parser = DNSStreamParser()
    var messages: [DNSMessage] = []
    parser.skipGap(1)
    Self.stream.withPieces { parser.consume($0, into: &messages) }
    #expect(messages.isEmpty)
    #expect(parser.isDone)
  }

  @Test func givesUpOnALengthThatNoMessageHas() {
    #expect(Self.messages("0003 000000" + Self.stream).isEmpty)
  }
}
