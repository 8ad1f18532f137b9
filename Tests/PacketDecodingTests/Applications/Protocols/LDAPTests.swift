import PacketDecoding
import TestSupport
import Testing

struct LDAPTests {
  static func message(_ number: UInt8, _ operation: [UInt8]) -> Bytes {
    Bytes(ber(0x30, ber(2, [number]), operation))
  }

  static func result(_ tag: UInt8, _ code: UInt8) -> [UInt8] {
    ber(tag, ber(10, [code]), berText(""), berText(""))
  }

  static let bind = message(
    1, ber(0x60, ber(2, [3]), berText("cn=alice,dc=example"), berText("SECRET", tag: 0x80)))
  static let search = message(
    2,
    ber(
      0x63, berText("dc=example"), ber(10, [2]), ber(10, [0]), ber(2, [0]), ber(2, [0]),
      ber(1, [0]),
      berText("objectClass", tag: 0x87), ber(0x30)))
  static let talk: [Piece] = [
    .client(bytes: bind), .server(bytes: message(1, result(0x61, 49))), .client(bytes: search),
    .server(bytes: message(2, result(0x65, 0)) + message(2, result(0x65, 32))),
    .client(bytes: message(3, [0x42, 0])),
  ]

  @Test func readsOperationsAndResults() {
    let reading = LDAP.everyReading(Self.talk)
    #expect(
      reading[LDAP.operation] == [
        "bindRequest", "bindResponse", "searchRequest", "searchResDone", "searchResDone",
        "unbindRequest",
      ])
    #expect(reading[LDAP.result] == ["invalidCredentials", "success", "noSuchObject"])
    #expect(reading[LDAP.name] == ["cn=alice,dc=example"])
    #expect(reading[LDAP.base] == ["dc=example"])
    #expect(!reading.text.contains("SECRET"))
    LDAP.readDamaged(Self.talk)
  }

  @Test func becomesTLS() {
    let start = Self.message(1, ber(0x77, berText("1.3.6.1.4.1.1466.20037", tag: 0x80)))
    let reading = LDAP.everyReading([
      .client(bytes: start), .server(bytes: Self.message(1, Self.result(0x78, 0))),
    ])
    #expect(reading.becomes == .tls)
    let refused = LDAP.reading([
      .client(bytes: start), .server(bytes: Self.message(1, Self.result(0x78, 52))),
    ])
    #expect(refused.becomes == nil)
  }

  @Test func readsDatagrams() {
    #expect(CLDAP.reading(Self.search)[LDAP.base] == ["dc=example"])
    CLDAP.readDamaged(Self.search)
  }
}
