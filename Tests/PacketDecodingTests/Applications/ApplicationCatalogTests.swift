import PacketDecoding
import Testing

struct ApplicationCatalogTests {
  @Test func hasOneEntryForEachProtocolAndPort() {
    let all = ApplicationCatalog.all
    #expect(Set(all.map { $0.id }).count == all.count)
    let udp = all.flatMap { $0.udpPorts }
    #expect(Set(udp).count == udp.count)
    let tcp = all.flatMap { $0.tcpPorts }
    #expect(Set(tcp).count == tcp.count)
  }

  @Test func namesFieldsAsTheirProtocol() {
    for entry in ApplicationCatalog.all {
      #expect(!entry.reference.isEmpty)
      #expect(ApplicationCatalog.entry(entry.id)?.id == entry.id)
      let names = entry.fields.map { $0.name }
      #expect(Set(names).count == names.count, "\(entry.id)")
    }
    #expect(ApplicationCatalog.entry(.tcp) == nil)
  }
}
