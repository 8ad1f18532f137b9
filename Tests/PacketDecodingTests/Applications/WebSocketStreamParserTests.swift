import PacketDecoding
import TestSupport
import Testing

struct WebSocketStreamParserTests {
  /// RFC 6455 section 5.7: "Hello" in one frame, masked, and in two; ping and pong; 256 bytes.
  static let examples: [(Bytes, [String])] = [
    ("810548656c6c6f", ["Text 5"]), ("818537fa213d7f9f4d5158", ["Text 5"]),
    ("010348656c80026c6f", ["Text 3", "Continuation 2"]),
    ("890548656c6c6f8a8537fa213d7f9f4d5158", ["Ping 5", "Pong 5"]),
    (Bytes("827e0100") + Bytes([UInt8](repeating: 7, count: 256)), ["Binary 256"]),
    ("8882112233441 2cb", ["Connection Close 2"]),
  ]

  static func frames(_ bytes: Bytes, cutAt cuts: [Int] = []) -> [WebSocketFrame] {
    var parser = WebSocketStreamParser()
    var frames: [WebSocketFrame] = []
    bytes.withPieces(cutAt: cuts) { parser.consume($0, into: &frames) }
    return frames
  }

  @Test(arguments: examples.indices)
  func readsFrames(index: Int) {
    let (bytes, expected) = Self.examples[index]
    let whole = Self.frames(bytes)
    #expect(whole.map { "\($0.opcode) \($0.payloadByteCount)" } == expected)
    for cut in 1..<bytes.array.count { #expect(Self.frames(bytes, cutAt: [cut]) == whole) }
    #expect(Self.frames(bytes, cutAt: Array(1..<bytes.array.count)) == whole)
  }

  @Test func takesAContinuationForWhatItContinues() {
    let frames = Self.frames("020161 890170 000162 800163 810164")
    #expect(frames.map(\.kind) == [.binary, .ping, .binary, .binary, .text])
  }

  @Test(arguments: ["8802 03e9", "8882 11223344 12cb"] as [Bytes])
  func readsWhyAConnectionIsClosed(close: Bytes) {
    #expect(Self.frames(close).first?.closeCode == 1001)
  }

  @Test(
    arguments: [
      "a10161", "830161", "0900", "897e0001", "817e0005", "817f0000000000000005",
      "817fffffffffffffffff",
    ] as [Bytes])
  func stopsAtWhatIsNoFrame(bytes: Bytes) {
    var parser = WebSocketStreamParser()
    var frames: [WebSocketFrame] = []
    bytes.withPieces { parser.consume($0, into: &frames) }
    #expect(frames.isEmpty && parser.isDone)
  }

  @Test func goesOnBehindAGapWhereASegmentConsistsOfFrames() {
    var parser = WebSocketStreamParser()
    var frames: [WebSocketFrame] = []
    Bytes("810a6162").withPieces { parser.consume($0, into: &frames) }
    parser.skipGap(8)
    Bytes("810161").withPieces { parser.consume($0, into: &frames) }
    #expect(frames.count == 2)
    parser.skipGap(1)
    Bytes("6181016181").withPieces { parser.consume($0, into: &frames) }
    #expect(frames.count == 2)
    Bytes("810161 8900").withPieces { parser.consume($0, into: &frames) }
    #expect(frames.count == 4)
  }

  @Test func countsWhatEachSideSends() throws {
    var parser = try #require(WebSocket.makeStreamParser())
    let nobody = IPAddress(v4: 0)
    var notes = ApplicationNotes(
      source: nobody, sourcePort: 1, destination: nobody, destinationPort: 2, time: 0)
    Bytes("818537fa213d7f9f4d5158").withPieces {
      parser.consume($0, fromClient: true, into: &notes)
    }
    Bytes("8203010203 880203e8").withPieces {
      parser.consume($0, fromClient: false, into: &notes)
    }
    let values = notes.values.map { "\($0.value.field.name) \($0.value.text) \($0.times)" }
    #expect(
      values == [
        "websocket.opcode Text 1", "websocket.payload Text to server 5",
        "websocket.opcode Binary 1", "websocket.payload Binary to client 3",
        "websocket.opcode Connection Close 1",
        "websocket.payload.close.status_code 1000 1",
      ])
    #expect(notes.info == "WebSocket Connection Close (1000)")
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 6)
    for round in 0..<20_000 {
      let bytes = Bytes(random.mutate(Self.examples[round % Self.examples.count].0.array))
      var parser = WebSocketStreamParser()
      var frames: [WebSocketFrame] = []
      let cut = random.next(below: 20)
      bytes.withPieces(cutAt: [min(cut, bytes.array.count)]) { piece in
        parser.consume(piece, into: &frames)
        if round % 5 == 0 { parser.skipGap(cut) }
      }
    }
  }
}
