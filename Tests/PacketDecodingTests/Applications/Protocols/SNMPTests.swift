import PacketDecoding
import TestSupport
import Testing

struct SNMPTests {
  static func oid(_ last: UInt8) -> [UInt8] { ber(6, [0x2B, 6, 1, 2, 1, 1, last, 0]) }

  static func message(_ version: UInt8, _ community: String, _ unit: [UInt8]) -> Bytes {
    Bytes(ber(0x30, ber(2, [version]), ber(4, Array(community.utf8)), unit))
  }

  static func unit(_ tag: UInt8, error: UInt8 = 0) -> [UInt8] {
    let bindings = (1...5).flatMap { ber(0x30, oid($0), ber(5)) }
    return ber(tag, ber(2, [1, 2, 3, 4]), ber(2, [error]), ber(2, [0]), ber(0x30, bindings))
  }

  static let get = message(1, "SECRET", unit(0xA0))
  static let response = message(0, "SECRET", unit(0xA2, error: 2))
  static let trap = message(
    0, "SECRET",
    ber(
      0xA4, oid(9), ber(0x40, [10, 0, 0, 1]), ber(2, [6]), ber(2, [1]), ber(0x43, [1]), ber(0x30)))
  static let version3 = Bytes(
    ber(
      0x30, ber(2, [3]), ber(0x30, ber(2, [1])),
      ber(
        4, ber(0x30, ber(4), ber(2, [0]), ber(2, [0]), ber(4, Array("bob".utf8)), ber(4), ber(4))),
      ber(0x30, ber(4), ber(4), unit(0xA8))))

  @Test func readsRequestsWithoutTheirCommunity() {
    let reading = SNMP.reading(Self.get)
    #expect(reading[SNMP.version] == ["2c"] && reading[SNMP.kind] == ["get-request"])
    #expect(reading[SNMP.object] == (1...3).map { "1.3.6.1.2.1.1.\($0).0" })
    #expect(
      reading.infos == ["get-request 1.3.6.1.2.1.1.1.0 1.3.6.1.2.1.1.2.0 1.3.6.1.2.1.1.3.0"])
    #expect(!reading.text.contains("SECRET"))
  }

  @Test func readsErrorsTrapsAndUsers() {
    let response = SNMP.reading(Self.response)
    #expect(response[SNMP.kind] == ["get-response"] && response[SNMP.errorStatus] == ["noSuchName"])
    let trap = SNMP.reading(Self.trap)
    #expect(trap[SNMP.kind] == ["trap"] && trap.infos == ["trap 1.3.6.1.2.1.1.9.0"])
    let version3 = SNMP.reading(Self.version3)
    #expect(version3[SNMP.user] == ["bob"] && version3[SNMP.kind] == ["report"])
  }

  @Test func survivesDamage() {
    for message in [Self.get, Self.response, Self.trap, Self.version3] { SNMP.readDamaged(message) }
    SNMP.readDamaged("3084ffffffff 02 84 7fffffff 00")
  }
}
