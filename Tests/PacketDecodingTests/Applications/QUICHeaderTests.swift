import PacketDecoding
import TestSupport
import Testing

struct QUICHeaderTests {
  private static func header(_ bytes: Bytes) -> QUICLongHeader? {
    bytes.withReader { try? QUICLongHeader(parsing: &$0) }
  }

  /// The header of RFC 9001 appendix A.2, with what it needs behind it.
  @Test func readsAnInitial() throws {
    let bytes: Bytes = "c3 00000001 08 8394c8f03e515708 00 00 449e 00000002"
    let header = try #require(Self.header(bytes))
    #expect(header.type == .initial && header.version == .v1)
    #expect(header.destinationID == [0x83, 0x94, 0xC8, 0xF0, 0x3E, 0x51, 0x57, 0x08])
    #expect(header.sourceID == [] && header.numberOffset == 18 && header.packetLength == 1200)
    for length in 0..<18 { #expect(Self.header(bytes.prefix(length)) == nil) }
  }

  @Test func numbersPacketsByVersion() {
    let types = { (version: String) in
      [0xC0, 0xD0, 0xE0, 0xF0].map { first -> QUICPacketType? in
        let first = String(first, radix: 16)
        let rest = "01aa00 14" + String(repeating: "00", count: 20) + "4100 00"
        return Self.header(Bytes(stringLiteral: first + version + rest))?.type
      }
    }
    #expect(types("00000001") == [.initial, .zeroRTT, .handshake, .retry])
    #expect(types("6b3343cf") == [.retry, .initial, .zeroRTT, .handshake])
    #expect(Self.header("80 00000000 01aa 01bb 00000001")?.type == .versionNegotiation)
    #expect(Self.header("c0 1a2a3a4a 01aa 00 00 4100 00") == nil)
  }

  @Test func namesVersions() {
    let name = { (value: UInt32) in QUICVersion(rawValue: value).description }
    #expect([1, 0x6B33_43CF, 0xFF00_001D].map(name) == ["QUIC 1", "QUIC 2", "QUIC draft 29"])
    #expect(name(0x0A1A_2A3A) == "0x0a1a2a3a")
    #expect(QUICVersion(rawValue: 0x0A1A_2A3A).isReserved && !QUICVersion.v2.isReserved)
  }

  @Test func recognizesWhatCameBeforeTheStandard() {
    let looks = { (bytes: Bytes) in bytes.withReader { GQUIC.recognizesDatagram($0) } }
    #expect(looks("0d 0011223344556677 51303433 01"))
    #expect(looks("c3 51303436 50 0011223344556677"))
    #expect(!looks("0d 0011223344556677 52303433 01"))
    #expect(!looks("0c 0011223344556677 51303433 01"))
    #expect(!looks("c3 00000001 50"))
  }

  @Test func readsTheFramesOfAnInitial() {
    let frames: Bytes = """
      00 01 02 05 00 01 00 01 01 03 4005 00 00 00 01 02 03
      06 00 03 aabbcc 06 4003 02 ddee 1c 4128 06 00
      """
    var pieces: [String] = []
    let code = QUICFrames.read(frames.array.span.bytes) { offset, bytes in
      pieces.append("\(offset)+\(bytes.byteCount)")
    }
    #expect(pieces == ["0+3", "3+2"] && code == 0x128)
  }

  @Test func putsTheHandshakeTogetherInAnyOrder() throws {
    let hello = Array(TLSFixtures.client13.array[5..<517])
    var generator = SeededGenerator(state: 9000)
    for _ in 0..<50 {
      var stream = QUICCryptoStream()
      var events: [TLSEvent] = []
      var cuts = (0..<20).map { _ in generator.next(below: hello.count) } + [0, hello.count]
      cuts.sort()
      let pieces = zip(cuts, cuts.dropFirst()).shuffled(using: &generator)
      for (start, end) in pieces {
        let longer = min(end + generator.next(below: 40), hello.count)
        Bytes(Array(hello[start..<longer])).withPieces { stream.add($0, at: start, into: &events) }
      }
      #expect(events.count == 1)
      guard case .clientHello(let whole) = try #require(events.first) else { return }
      #expect(whole.isComplete && whole.serverName == "press.example")
    }
  }

  @Test func holdsNoMoreThanAHandshakeCanBe() {
    var stream = QUICCryptoStream()
    var events: [TLSEvent] = []
    for index in 1..<1000 {
      let offset = index * 5000 + (index % 3 == 0 ? 1 << 60 : 0)
      Bytes([UInt8](repeating: 1, count: 1200)).withPieces {
        stream.add($0, at: offset, into: &events)
      }
    }
    #expect(stream.heldByteCount <= 65_536 && events.isEmpty)
  }
}
