import PacketDecoding
import TestSupport
import Testing

struct XMPPTests {
  static let talk: [Piece] = [
    .client("<?xml version='1.0'?><stream:stream to='im.example' xmlns='jabber:client'>"),
    .server("<?xml version='1.0'?><stream:stream from=\"im.example\"><stream:features/>"),
    .client("<auth xmlns='x' mechanism='PLAIN'>SECRET</auth><message to='a'>SECRET</message>"),
    .server("<success/>"), .client("<starttls xmlns='y'/>"), .server("<proceed xmlns='y'/>"),
  ]

  @Test func readsElementsWithoutTheirText() {
    let reading = XMPP.everyReading(Self.talk)
    #expect(
      reading[XMPP.stanza] == [
        "stream:stream", "stream:stream", "stream:features", "auth", "message", "success",
        "starttls", "proceed",
      ])
    #expect(reading[XMPP.domain] == ["im.example"] && reading[XMPP.mechanism] == ["PLAIN"])
    #expect(reading.becomes == .tls)
    #expect(!reading.text.contains("SECRET"))
    XMPP.readDamaged(Self.talk)
  }

  @Test func recognizesStreams() {
    let first = Bytes(text: "<?xml version='1.0'?><stream:stream to='a'>")
    #expect(first.withReader { XMPP.recognizesStream($0) })
    #expect(!Bytes(text: "<?xml version='1.0'?><html>").withReader { XMPP.recognizesStream($0) })
  }
}
