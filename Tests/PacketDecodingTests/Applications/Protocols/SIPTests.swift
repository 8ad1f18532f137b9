import PacketDecoding
import TestSupport
import Testing

struct SIPTests {
  static let offer = """
    v=0\r
    o=- 1 1 IN IP4 10.0.0.1\r
    c=IN IP4 10.0.0.1\r
    m=audio 49170 RTP/AVP 0 97\r
    a=rtpmap:97 opus/48000/2\r
    a=rtcp:49180\r
    m=video 51372/2 RTP/SAVP 31\r
    m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r
    a=rtpmap:97 wrong/1\r
    m=audio 0 RTP/AVP 8\r

    """

  static func invite(to: String = "<sip:bob@b.example>", contentType: String = "Content-Type")
    -> String
  {
    """
    INVITE sip:bob:pw@b.example SIP/2.0\r
    Via: SIP/2.0/UDP 10.0.0.1\r
    To: \(to)\r
    Call-ID: a84b4c76e66710\r
    User-Agent: Phone 1.0\r
    Authorization: Digest username="bob", response="SECRET"\r
    \(contentType): application/sdp\r
    Content-Length: \(offer.utf8.count)\r
    \r
    \(offer)
    """
  }

  static let ringing = "SIP/2.0 180 Ringing\r\nServer: PBX/2\r\nCSeq: 1 INVITE\r\nl: 0\r\n\r\n"

  @Test func readsARequestAndItsOffer() {
    let reading = SIP.reading(Bytes(text: Self.invite()))
    #expect(reading[SIP.method] == ["INVITE"])
    #expect(reading[SIP.call] == ["a84b4c76e66710"])
    #expect(reading[SIP.userAgent] == ["Phone 1.0"])
    #expect(reading[SIP.codec] == ["PCMU", "opus", "H261", "PCMA"])
    #expect(
      reading.announcements == ["rtp 49170", "rtcp 49180", "rtp 51372", "rtcp 51373"])
    #expect(reading.infos == ["Request: INVITE sip:bob@b.example"])
    #expect(!reading.text.contains("SECRET") && !reading.text.contains("pw"))
  }

  @Test func readsAResponse() {
    let reading = SIP.reading(Bytes(text: Self.ringing))
    #expect(reading[SIP.status] == ["180"] && reading[SIP.server] == ["PBX/2"])
    #expect(reading.infos == ["Status: 180 Ringing"])
  }

  @Test func countsAnInvitationInsideACallAsNoCall() {
    let again = Self.invite(to: "<sip:bob@b.example>;tag=1", contentType: "c")
    let reading = SIP.reading(Bytes(text: again))
    #expect(reading[SIP.call].isEmpty && reading[SIP.method] == ["INVITE"])
    #expect(reading.announcements.count == 4)
  }

  @Test func readsStreams() {
    let reading = SIP.everyReading([
      .client("\r\n\r\n" + Self.invite() + Self.invite()), .server(Self.ringing + Self.ringing),
    ])
    #expect(reading[SIP.method].count == 2 && reading[SIP.status].count == 2)
    #expect(reading.announcements.count == 8)
  }

  @Test func readsWhatThereIsOfACutDatagram() {
    let cut = Bytes(text: Self.invite()).prefix(60)
    #expect(SIP.reading(cut)[SIP.method] == ["INVITE"])
  }

  @Test func survivesDamage() {
    SIP.readDamaged(Bytes(text: Self.invite()))
    SIP.readDamaged([.client(Self.invite()), .server(Self.ringing)])
  }
}
