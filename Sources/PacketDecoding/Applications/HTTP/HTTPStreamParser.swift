/// HTTP/1 messages in one direction of a stream (RFC 9112); whether they are requests or responses
/// shows in each first line.
///
/// Bodies are passed over without a look: see ``skippableByteCount``.
package struct HTTPStreamParser: Sendable {
  /// A header block beyond this is reported as it is by then, and the stream picked up again.
  package static let headerLimit = 65_536
  /// Requests beyond this that wait for a response are forgotten.
  private static let pendingLimit = 1024

  enum State: Hashable, Sendable {
    case startLine, fields, untilClose, chunkSize, chunkEnd, trailer
    /// So many bytes of a body, or of a chunk of it, are still to come.
    case body(Int)
    case chunk(Int)
    /// After a gap, until a segment begins with a message.
    case lost
    case done
  }

  /// What is not captured of the message in hand.
  enum Loss: Hashable, Sendable {
    case none
    /// Bytes, or segments, of a message that began in a segment that is there as it was sent.
    case hole
    /// The end of the segment in which it began.
    case cut
  }

  var state = State.startLine
  /// Whether the next line must be a first line, because the message before ended in order.
  package internal(set) var isInSync: Bool
  /// Whether HTTP/2 began where an HTTP/1 request was due.
  package internal(set) var isHTTP2 = false
  var line = HeldBytes()
  var request: HTTPRequest?
  var response: HTTPResponse?
  var fields = HTTPFields()
  var folding: HTTPFields.TextField?
  var bodyByteCount = 0
  var loss = Loss.none
  /// Whether the message in hand began in the segment that was read last.
  var isOfThisSegment = false
  private var pending: [HTTPRequestKind] = []

  /// A parser for a stream from its beginning, or from somewhere in it.
  package init(isInSync: Bool = true) { self.isInSync = isInSync }

  // What is asked after every segment is stored, so that nobody copies a parser to ask it.
  /// Whether nothing that follows is HTTP/1.
  package private(set) var isDone = false
  /// About what is kept of a message until the rest of it comes, and of requests until an answer.
  package private(set) var heldByteCount = 0

  /// How many of the next bytes need not be shown to the parser but may go to ``skipGap(_:into:)``.
  package var skippableByteCount: Int {
    switch state {
    case .body(let count), .chunk(let count): count
    case .untilClose, .done: .max
    default: 0
    }
  }

  /// Tells the parser of responses which request it will see the answer to next but none.
  package mutating func noteRequest(method: String) {
    guard pending.count < Self.pendingLimit else { return }
    pending.append(HTTPRequestKind(method: method))
  }

  /// Ends the parsing, as for the requests when the response switched protocols.
  package mutating func stop() {
    state = .done
    isDone = true
    _ = line.release()
    heldByteCount = 0
  }

  private mutating func countHeldBytes() {
    guard !isDone else { return }
    heldByteCount =
      line.count + pending.count + fields.textByteCount + (request?.target.utf8.count ?? 0)
      + (response?.reason.utf8.count ?? 0)
  }

  /// Reads the next bytes of the stream, which begin with a segment; returns how many were HTTP/1:
  /// all, until it is done.
  @discardableResult
  package mutating func consume(_ bytes: RawSpan, into events: inout [HTTPEvent]) -> Int {
    var reader = ByteReader(bytes)
    consume(&reader, into: &events)
    countHeldBytes()
    return reader.offset
  }

  /// Reads what remains in `reader` as the next bytes of the stream.
  package mutating func consume(_ reader: inout ByteReader, into events: inout [HTTPEvent]) {
    isOfThisSegment = false
    if state == .lost { state = .startLine }
    while !reader.isAtEnd {
      switch state {
      case .done: return
      case .lost: reader.advance(reader.remaining)
      case .untilClose, .body, .chunk:
        let count = min(skippableByteCount, reader.remaining)
        reader.advance(count)
        pass(count, into: &events)
      default: readLine(&reader, into: &events)
      }
    }
  }

  /// Passes over bytes that did not come.
  ///
  /// In a body the place is not lost; elsewhere the message in hand is reported as it is, and the
  /// next segment that certainly begins with a first line goes on.
  package mutating func skipGap(_ count: Int, into events: inout [HTTPEvent]) {
    if loss == .none { loss = .hole }
    skip(count, into: &events)
  }

  /// Passes over the end of the segment that was read last, which the snapshot length cut off.
  package mutating func skipCut(_ count: Int, into events: inout [HTTPEvent]) {
    if loss == .none { loss = isOfThisSegment ? .cut : .hole }
    skip(count, into: &events)
  }

  private mutating func skip(_ count: Int, into events: inout [HTTPEvent]) {
    guard count > 0, !isDone else { return }
    let skippable = skippableByteCount
    if count <= skippable { return pass(count, into: &events) }
    if skippable > 0 { pass(skippable, into: &events) }
    cut(into: &events)
    countHeldBytes()
  }

  /// Reports what is complete only now that the stream ended; `isClosed` if its sender said so, and
  /// nothing is missing before that.
  package mutating func finish(isClosed: Bool, into events: inout [HTTPEvent]) {
    if state == .untilClose, isClosed { endMessage(into: &events) } else { cut(into: &events) }
    stop()
  }

  /// Takes the kind of the request that the response in hand answers.
  mutating func answeredRequest() -> HTTPRequestKind {
    if isInSync || pending.isEmpty { return pending.isEmpty ? .other : pending.removeFirst() }
    // Behind a gap the responses to those before are most likely lost.
    defer { pending = [] }
    return pending.last ?? .other
  }

  mutating func endMessage(into events: inout [HTTPEvent]) {
    events.append(.end(bodyByteCount: bodyByteCount, isWhole: loss != .hole))
    bodyByteCount = 0
    loss = .none
    state = .startLine
  }

  private mutating func pass(_ count: Int, into events: inout [HTTPEvent]) {
    bodyByteCount &+= count
    switch state {
    case .body(count): endMessage(into: &events)
    case .body(let length): state = .body(length - count)
    case .chunk(count): state = .chunkEnd
    case .chunk(let length): state = .chunk(length - count)
    default: break
    }
  }
}
