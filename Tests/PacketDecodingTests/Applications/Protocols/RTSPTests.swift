import PacketDecoding
import TestSupport
import Testing

struct RTSPTests {
  static let describe = "DESCRIBE rtsp://u:SECRET@c.example/cam RTSP/1.0\r\nCSeq: 2\r\n\r\n"
  static let description = "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
  static let described =
    "RTSP/1.0 200 OK\r\nContent-Type: application/sdp\r\n"
    + "Content-Length: \(description.utf8.count)\r\n\r\n\(description)"
  static let granted =
    "RTSP/1.0 200 OK\r\nTransport: RTP/AVP;unicast;client_port=8000-8001;"
    + "server_port=9000-9001\r\n\r\n"

  @Test func readsMethodsAndAnnouncesStreams() {
    let reading = RTSP.everyReading([
      .client(Self.describe), .server(Self.described + Self.granted),
    ])
    #expect(reading[RTSP.method] == ["DESCRIBE"] && reading[RTSP.status] == ["200", "200"])
    #expect(reading[RTSP.transport] == ["RTP/AVP"] && reading[RTSP.codec] == ["H264"])
    #expect(reading.announcements == ["rtp 8000", "rtcp 8001", "rtp 9000", "rtcp 9001"])
    #expect(!reading.text.contains("SECRET"))
  }

  @Test func passesMediaBetweenMessages() {
    let frame = Bytes("24 00 0006 80600001 0d0a")
    let reading = RTSP.everyReading([
      .server(bytes: frame + frame + Bytes(text: Self.granted) + frame), .server(Self.described),
    ])
    #expect(reading[RTSP.status] == ["200", "200"])
  }

  @Test func survivesDamage() {
    RTSP.readDamaged([.client(Self.describe), .server(Self.described + Self.granted)])
  }
}
