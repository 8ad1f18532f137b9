import PacketDecoding
import TestSupport
import Testing

struct RTCPTests {
  /// A sender report and a name.
  static let report: Bytes = """
    80c80006 11223344 0102030405060708 00000a00 00000005 00000320
    81ca0004 11223344 01 08 6140622e74657374 0000
    """

  @Test func readsReportsAndNames() {
    let reading = RTCP.reading(Self.report)
    #expect(reading[RTCP.packetType] == ["Sender Report", "Source description"])
    #expect(reading[RTCP.name] == ["a@b.test"])
    #expect(reading.infos == ["Sender Report   Source description"])
    RTCP.readDamaged(Self.report)
  }

  @Test func recognizesReportsAlsoWithAnEncryptedRest() {
    let encrypted: Bytes = "81c90007 00024b19 49d982c6 5762d369 7998a847 ff89e722 9ac5a9c9 81e7a5f6"
    #expect(encrypted.withReader { RTCP.recognizesDatagram($0) })
    #expect(Self.report.prefix(28).withReader { RTCP.recognizesDatagram($0) })
  }

  @Test(arguments: [
    "81c90009 00024b19 49d982c6",  // longer than the datagram
    "81c90001 00024b19",  // one report has no room
    "80600001 00024b19",  // RTP
    "80c90001 00024b1949",  // no whole words
  ])
  func takesNothingElse(hex: String) {
    #expect(!Bytes(stringLiteral: hex).withReader { RTCP.recognizesDatagram($0) })
  }
}
