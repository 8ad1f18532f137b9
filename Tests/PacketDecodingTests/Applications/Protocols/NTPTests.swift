import PacketDecoding
import TestSupport
import Testing

struct NTPTests {
  @Test func readsServersAndClients() {
    let server = NTP.reading(
      "24 02 06 e9 000003ae 00000bd1 c0a80001" + Bytes([UInt8](repeating: 1, count: 32)))
    #expect(server[NTP.mode] == ["server"] && server[NTP.version] == ["4"])
    #expect(server[NTP.stratum] == ["2"] && server[NTP.referenceID] == ["192.168.0.1"])
    #expect(server.infos == ["NTP Version 4, server"])
    let clock = NTP.reading("1c 01 06 e9 000003ae 00000bd1 47505300 01")
    #expect(clock[NTP.referenceID] == ["GPS"] && clock[NTP.version] == ["3"])
    let client = NTP.reading("e3 00 06 e9 000003ae 00000bd1 47505300 01")
    #expect(client.values == ["ntp.flags.mode=client", "ntp.flags.vn=4"])
    NTP.readDamaged("24 02 06 e9 000003ae 00000bd1 c0a80001")
  }
}
