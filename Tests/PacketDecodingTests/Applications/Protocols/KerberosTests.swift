import PacketDecoding
import TestSupport
import Testing

struct KerberosTests {
  static func name(_ parts: String...) -> [UInt8] {
    let list = parts.flatMap { berText($0, tag: 0x1B) }
    return ber(0x30, ber(0xA0, ber(2, [1])), ber(0xA1, ber(0x30, list)))
  }

  static let request = Bytes(
    ber(
      0x6A,
      ber(
        0x30, ber(0xA1, ber(2, [5])), ber(0xA2, ber(2, [10])),
        ber(
          0xA4,
          ber(
            0x30, ber(0xA0, ber(3, [0, 0, 0, 0, 0])), ber(0xA1, name("alice")),
            ber(0xA2, berText("EXAMPLE.ORG", tag: 0x1B)),
            ber(0xA3, name("krbtgt", "EXAMPLE.ORG")))))))
  static let failure = Bytes(
    ber(
      0x7E,
      ber(
        0x30, ber(0xA0, ber(2, [5])), ber(0xA1, ber(2, [30])), ber(0xA6, ber(2, [25])),
        ber(0xA9, berText("EXAMPLE.ORG", tag: 0x1B)), ber(0xAA, name("krbtgt", "EXAMPLE.ORG")))))

  @Test func readsRequestsAndErrors() {
    let request = Kerberos.reading(Self.request)
    #expect(request[Kerberos.kind] == ["AS-REQ"] && request[Kerberos.client] == ["alice"])
    #expect(request[Kerberos.realm] == ["EXAMPLE.ORG"])
    #expect(request[Kerberos.service] == ["krbtgt/EXAMPLE.ORG"])
    let failure = Kerberos.reading(Self.failure)
    #expect(failure[Kerberos.errorCode] == ["KDC_ERR_PREAUTH_REQUIRED"])
    #expect(failure.infos == ["KRB Error: KDC_ERR_PREAUTH_REQUIRED"])
    #expect(failure[Kerberos.service] == ["krbtgt/EXAMPLE.ORG"])
    Kerberos.readDamaged(Self.request)
    Kerberos.readDamaged(Self.failure)
  }

  @Test func readsStreams() {
    var framed: [UInt8] = []
    framed.appendNetwork(UInt32(Self.request.array.count))
    let reading = Kerberos.everyReading([.client(bytes: Bytes(framed) + Self.request)])
    #expect(reading[Kerberos.kind] == ["AS-REQ"])
    Kerberos.readDamaged([.client(bytes: Bytes(framed) + Self.request)])
  }
}
