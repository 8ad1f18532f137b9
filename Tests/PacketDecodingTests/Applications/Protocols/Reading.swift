import PacketDecoding
import TestSupport
import Testing

/// What is read of messages between 10.0.0.1 and 10.0.0.2.
struct Reading {
  var values: [String] = []
  var announcements: [String] = []
  var infos: [String] = []
  var signs: [ApplicationSign] = []
  var becomes: ProtocolID?

  /// The values of a field.
  subscript(field: ApplicationField) -> [String] {
    values.filter { $0.hasPrefix(field.name + "=") }.map {
      String($0.dropFirst(field.name.count + 1))
    }
  }

  mutating func add(_ notes: ApplicationNotes) {
    values += notes.values.map { "\($0.value.field.name)=\($0.value.text)" }
    announcements += notes.announcements.map { "\($0.application.filterName) \($0.port)" }
    if let info = notes.info { infos.append(info) }
    signs += notes.signs
    becomes = notes.becomes ?? becomes
  }

  /// All there is as one text, for looking for what must not be in it.
  var text: String { (values + announcements + infos).joined(separator: "\n") }
}

/// The two ends of a test's messages.
func notes(fromClient: Bool = true) -> ApplicationNotes {
  let client = IPAddress(v4: 0x0A00_0001)
  let server = IPAddress(v4: 0x0A00_0002)
  return ApplicationNotes(
    source: fromClient ? client : server, sourcePort: fromClient ? 40_000 : 7,
    destination: fromClient ? server : client, destinationPort: fromClient ? 7 : 40_000, time: 0)
}

extension ApplicationProtocol {
  /// What is read of a datagram.
  static func reading(_ datagram: Bytes) -> Reading {
    var reading = Reading()
    var found = notes()
    datagram.withReader { reader in try? readDatagram(&reader, into: &found) }
    reading.add(found)
    return reading
  }

  /// What is read of a stream, in pieces of at most `size` bytes.
  static func reading(_ stream: [Piece], size: Int = .max) -> Reading {
    var reading = Reading()
    guard var parser = makeStreamParser() else { return reading }
    for piece in stream {
      let cuts =
        size == .max ? [] : Array(stride(from: size, to: piece.bytes.array.count, by: size))
      piece.bytes.withPieces(cutAt: cuts) { bytes in
        var found = notes(fromClient: piece.fromClient)
        parser.consume(bytes, fromClient: piece.fromClient, into: &found)
        reading.add(found)
      }
    }
    return reading
  }

  /// Reads a stream whole, byte by byte and cut anywhere; all must say the same.
  static func everyReading(
    _ stream: [Piece], sourceLocation: SourceLocation = #_sourceLocation
  ) -> Reading {
    let whole = reading(stream)
    for size in [1, 2, 3, 7, 20] {
      let pieces = reading(stream, size: size)
      #expect(pieces.values == whole.values, "in pieces of \(size)", sourceLocation: sourceLocation)
      #expect(pieces.announcements == whole.announcements, sourceLocation: sourceLocation)
      #expect(pieces.becomes == whole.becomes, sourceLocation: sourceLocation)
      #expect(pieces.signs == whole.signs, sourceLocation: sourceLocation)
    }
    return whole
  }

  /// Reads a datagram at every length, and changed at random: nothing may trap.
  static func readDamaged(_ datagram: Bytes) {
    for length in 0...datagram.array.count { _ = reading(datagram.prefix(length)) }
    var random = SeededGenerator(state: UInt64(datagram.array.count))
    for _ in 0..<300 { _ = reading(Bytes(random.mutate(datagram.array))) }
  }

  /// Reads a stream changed at random, and with gaps.
  static func readDamaged(_ stream: [Piece]) {
    var random = SeededGenerator(state: UInt64(stream.count))
    for round in 0..<200 {
      guard var parser = makeStreamParser() else { return }
      for piece in stream {
        var found = notes(fromClient: piece.fromClient)
        let bytes = round == 0 ? piece.bytes.array : random.mutate(piece.bytes.array)
        parser.consume(bytes.span.bytes, fromClient: piece.fromClient, into: &found)
        if random.next(below: 4) == 0 {
          parser.skipGap(random.next(below: 100), fromClient: piece.fromClient)
        }
        #expect(parser.heldByteCount < 100_000)
      }
    }
  }
}

/// What one side says.
struct Piece {
  var fromClient: Bool
  var bytes: Bytes

  static func client(_ text: String) -> Piece { Piece(fromClient: true, bytes: Bytes(text: text)) }
  static func server(_ text: String) -> Piece { Piece(fromClient: false, bytes: Bytes(text: text)) }
  static func client(bytes: Bytes) -> Piece { Piece(fromClient: true, bytes: bytes) }
  static func server(bytes: Bytes) -> Piece { Piece(fromClient: false, bytes: bytes) }
}
