import PacketDecoding

/// A parser where it stays: asking it something, or handing it bytes, copies nothing of it.
protocol HeldParser: AnyObject {
  func consume(_ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes)
  func skipGap(_ count: Int, fromClient: Bool)
  var standing: StreamStanding { get }
}

/// How far a parser has come.
struct StreamStanding {
  /// True when nothing more is to be learnt from the stream.
  var isDone: Bool
  /// About what is held back until the rest of it comes.
  var heldByteCount: Int
}

extension ApplicationStreamParser {
  /// The same parser, to be kept.
  var held: any HeldParser { ParserHolder(self) }

  /// Changes nothing; a parser that is asked where it stays must be lent as one that may change.
  fileprivate mutating func stand() -> StreamStanding {
    StreamStanding(isDone: isDone, heldByteCount: heldByteCount)
  }
}

private final class ParserHolder<Parser: ApplicationStreamParser>: HeldParser {
  private var parser: Parser

  init(_ parser: Parser) { self.parser = parser }

  func consume(_ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes) {
    parser.consume(bytes, fromClient: fromClient, into: &notes)
  }

  func skipGap(_ count: Int, fromClient: Bool) { parser.skipGap(count, fromClient: fromClient) }

  var standing: StreamStanding { parser.stand() }
}
