import PacketDecoding

/// A parser where it stays: asking it something, or handing it bytes, copies nothing of it.
protocol HeldParser: AnyObject {
  func consume(_ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes)
  func skipGap(_ count: Int, fromClient: Bool)
  var isDone: Bool { get }
  var heldByteCount: Int { get }
}

extension ApplicationStreamParser {
  /// The same parser, to be kept.
  var held: any HeldParser { ParserHolder(self) }
}

private final class ParserHolder<Parser: ApplicationStreamParser>: HeldParser {
  private var parser: Parser

  init(_ parser: Parser) { self.parser = parser }

  func consume(_ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes) {
    parser.consume(bytes, fromClient: fromClient, into: &notes)
  }

  func skipGap(_ count: Int, fromClient: Bool) { parser.skipGap(count, fromClient: fromClient) }

  var isDone: Bool { parser.isDone }
  var heldByteCount: Int { parser.heldByteCount }
}
