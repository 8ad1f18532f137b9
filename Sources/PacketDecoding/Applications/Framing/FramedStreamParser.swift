/// A parser of a protocol whose messages say how long they are.
protocol FramedStreamParser: ApplicationStreamParser {
  /// Whether the beginning of a message can be told for sure where a segment begins.
  static var canResume: Bool { get }
  var framers: MessageFramers { get set }
  /// Forgets what was known of the messages of a direction, of which some were lost.
  mutating func forget(fromClient: Bool)
  /// How long the message is that `reader` begins with, whether or not all of it is there.
  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent
  /// Reads the first bytes of a message, as many as are wanted; what was noted before an error stays.
  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError)
}

extension FramedStreamParser {
  static var canResume: Bool { false }
  mutating func forget(fromClient: Bool) {}

  var isDone: Bool { framers.areLost && !Self.canResume }
  var heldByteCount: Int { framers.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var framer = framers.take(fromClient: fromClient)
    var reader = ByteReader(bytes)
    if framer.isLost, Self.canResume {
      forget(fromClient: fromClient)
      if extent(of: reader, fromClient: fromClient).isMessage { framer.resume() }
    }
    while notes.becomes == nil, framer.skip(&reader) {
      if framer.held.isEmpty {
        begin(&reader, &framer, fromClient: fromClient, into: &notes)
      } else {
        goOn(&reader, &framer, fromClient: fromClient, into: &notes)
      }
    }
    framers.put(framer, fromClient: fromClient)
  }

  /// Reads a message where it lies, or begins to hold it.
  private mutating func begin(
    _ reader: inout ByteReader, _ framer: inout MessageFramer, fromClient: Bool,
    into notes: inout ApplicationNotes
  ) {
    switch extent(of: reader, fromClient: fromClient) {
    case .message(let length, let wanted) where wanted <= reader.remaining:
      framer.pass(length)
      readWhole(reader.prefix(wanted), fromClient: fromClient, into: &notes)
    case .message(_, let count), .needs(let count):
      if count > reader.remaining { framer.hold(count, from: &reader) } else { framer.lose() }
    case .unknown:
      framer.lose()
    }
  }

  /// Holds more of a message, or reads it.
  private mutating func goOn(
    _ reader: inout ByteReader, _ framer: inout MessageFramer, fromClient: Bool,
    into notes: inout ApplicationNotes
  ) {
    switch extent(of: framer.held.reader, fromClient: fromClient) {
    case .message(let length, let wanted) where wanted <= framer.held.count:
      let bytes = framer.release(length: length)
      readWhole(bytes.reader, fromClient: fromClient, into: &notes)
    case .message(_, let count), .needs(let count):
      framer.hold(count, from: &reader)
    case .unknown:
      framer.lose()
    }
  }

  private mutating func readWhole(
    _ message: ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var message = message
    do throws(DecodeError) { try read(&message, fromClient: fromClient, into: &notes) } catch {}
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    guard count > 0 else { return }
    var framer = framers.take(fromClient: fromClient)
    let held =
      framer.held.isEmpty
      ? MessageExtent.unknown : extent(of: framer.held.reader, fromClient: fromClient)
    framer.skipGap(count, extent: held)
    framers.put(framer, fromClient: fromClient)
  }
}
