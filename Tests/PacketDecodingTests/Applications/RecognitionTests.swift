import PacketDecoding
import TestSupport
import Testing

struct RecognitionTests {
  /// The first bytes of a direction, under the name of what they are.
  static let samples: [(String, Bytes)] = [
    ("ssh", Bytes(text: "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")),
    ("ftp", Bytes(text: "220 (vsFTPd 3.0.3)\r\n")),
    ("smtp", Bytes(text: "220 mail.example ESMTP Postfix\r\n")),
    ("smtp", Bytes(text: "EHLO client.example\r\n")),
    ("pop", Bytes(text: "+OK Dovecot ready.\r\n")),
    ("imap", Bytes(text: "* OK [CAPABILITY IMAP4rev1] ready\r\n")),
    ("dhcp", "01010600" + Bytes([UInt8](repeating: 0, count: 232)) + "63825363 350101 ff"),
    ("sip", Bytes(text: "OPTIONS sip:a@b.example SIP/2.0\r\nVia: x\r\n")),
    ("sip", Bytes(text: "SIP/2.0 200 OK\r\n")),
    ("rtsp", Bytes(text: "DESCRIBE rtsp://a.example/b RTSP/1.0\r\nCSeq: 1\r\n")),
    ("stun", "0001 0000 2112a442 000102030405060708090a0b"),
    ("quic", "c3 00000001 08 0001020304050607 00 00 44d0 0000"),
    ("quic", "d3 6b3343cf 08 0001020304050607 00 00 44d0 0000"),
    ("mqtt", "10 10 0004 4d515454 04 02 003c 0004 74657374"),
    ("bittorrent", Bytes(text: "\u{13}BitTorrent protocol")),
    ("resp", Bytes(text: "*2\r\n$3\r\nGET\r\n$1\r\na\r\n")),
    ("smb2", "00 000045 fe534d42 4000 0000"),
    ("rdp", "03 00 0013 0e e0 0000 0000 00 01 00 0800 03000000"),
    ("http2", HTTP2Fixtures.client), ("http2", HTTP2Fixtures.server),
    ("http", HTTPFixtures.get), ("http", HTTPFixtures.ok), ("tls", TLSFixtures.client13),
    ("dns", DNSMessageTests.query), ("dns", DNSMessageTests.response),
  ]

  static func names(_ reader: ByteReader) -> Set<String> {
    var found: Set<String> = []
    for entry in ApplicationCatalog.ofDatagrams where entry.recognizesDatagram(reader) {
      found.insert(entry.id.filterName)
    }
    for entry in ApplicationCatalog.all where entry.recognizesStream(reader) {
      found.insert(entry.id.filterName)
    }
    return found
  }

  @Test(arguments: samples.indices)
  func takesEachForNothingElse(index: Int) {
    let (name, bytes) = Self.samples[index]
    #expect(bytes.withReader { Self.names($0) } == [name])
  }

  @Test(arguments: samples.indices)
  func readsNothingBehindTheEnd(index: Int) {
    let (name, bytes) = Self.samples[index]
    for length in 0..<bytes.array.count {
      #expect(bytes.prefix(length).withReader { Self.names($0) }.subtracting([name]).isEmpty)
    }
  }

  @Test func takesRandomBytesForNothing() {
    var random = SeededGenerator(state: 5)
    var found: [String: Int] = [:]
    for _ in 0..<20_000 {
      let bytes = Bytes((0..<64).map { _ in UInt8(truncatingIfNeeded: random.next()) })
      for name in bytes.withReader({ Self.names($0) }) { found[name, default: 0] += 1 }
    }
    #expect(found.isEmpty, "\(found)")
  }
}
