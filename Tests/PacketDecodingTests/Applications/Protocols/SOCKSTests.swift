import PacketDecoding
import TestSupport
import Testing

struct SOCKSTests {
  static let version5: [Piece] = [
    .client(bytes: "05 02 00 02"), .server(bytes: "05 02"),
    .client(bytes: "01 05 616c696365 06 534543524554"), .server(bytes: "01 00"),
    .client(bytes: "05 01 00 03 09 6d782e6c6f63616c00 0019"),
    .server(bytes: "05 00 00 01 0a000009 0401"), .client("GET / HTTP/1.1\r\n"),
  ]
  static let version4: [Piece] = [
    .client(bytes: "04 01 0050 00000001 626f6200 612e6578616d706c6500"),
    .server(bytes: "00 5a 0050 00000001"),
  ]

  @Test func readsRequestsWithoutPasswords() {
    let reading = SOCKS.everyReading(Self.version5)
    #expect(reading[SOCKS.version] == ["5"] && reading[SOCKS.command] == ["Connect"])
    #expect(reading[SOCKS.user] == ["alice"] && reading[SOCKS.result] == ["Succeeded"])
    #expect(reading[SOCKS.target].first?.hasPrefix("mx.local") == true)
    #expect(!reading.text.contains("SECRET"))
    #expect(reading.becomes == ProtocolID.none)
    SOCKS.readDamaged(Self.version5)
  }

  @Test func readsVersion4WithNames() {
    let reading = SOCKS.everyReading(Self.version4)
    #expect(reading[SOCKS.version] == ["4a"] && reading[SOCKS.target] == ["a.example:80"])
    #expect(reading[SOCKS.user] == ["bob"] && reading.becomes == ProtocolID.none)
    SOCKS.readDamaged(Self.version4)
  }

  @Test func takesOnlyOpeningsOnItsPort() {
    #expect(Bytes("05 01 00").withReader { SOCKS.acceptsStream($0) })
    #expect(!Bytes("05 01 00 00").withReader { SOCKS.acceptsStream($0) })
    #expect(!Bytes("160301").withReader { SOCKS.acceptsStream($0) })
  }
}
