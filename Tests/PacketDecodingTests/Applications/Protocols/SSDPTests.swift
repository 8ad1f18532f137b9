import PacketDecoding
import TestSupport
import Testing

struct SSDPTests {
  @Test func readsSearchesAndAnnouncements() {
    let search = SSDP.reading(
      Bytes(
        text: "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\n"
          + "ST: ssdp:all\r\nUSER-AGENT: Test/1\r\n\r\n"))
    #expect(search[SSDP.method] == ["M-SEARCH"] && search[SSDP.searched] == ["ssdp:all"])
    #expect(search[SSDP.agent] == ["Test/1"] && search.infos == ["M-SEARCH * HTTP/1.1"])
    let answer = SSDP.reading(
      Bytes(text: "HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nSERVER: Linux UPnP/1.0\r\n\r\n"))
    #expect(answer[SSDP.server] == ["Linux UPnP/1.0"] && answer[SSDP.method] == ["200"])
    SSDP.readDamaged(Bytes(text: "NOTIFY * HTTP/1.1\r\nNT: a\r\n\r\n"))
  }
}
