import PacketDecoding
import TestSupport
import Testing

struct RADIUSTests {
  static let request: Bytes = """
    01 2a 0036 00112233445566778899aabbccddeeff 01 07 616c696365 02 12
    00000000000000000000000000000000 04 06 0a000009 20 03 6e
    """

  @Test func readsMessagesWithoutPasswords() {
    let reading = RADIUS.reading(Self.request)
    #expect(reading[RADIUS.code] == ["Access-Request"] && reading[RADIUS.user] == ["alice"])
    #expect(reading[RADIUS.accessServer] == ["10.0.0.9"])
    #expect(reading[RADIUS.accessServerName] == ["n"])
    #expect(reading.infos == ["Access-Request id=42"])
    RADIUS.readDamaged(Self.request)
  }
}
