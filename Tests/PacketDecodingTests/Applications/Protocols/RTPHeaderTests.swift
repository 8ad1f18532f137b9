import PacketDecoding
import TestSupport
import Testing

struct RTPHeaderTests {
  static let packet: Bytes = "80 e0 1234 00000f00 deadbeef d5d5d5d5"

  @Test func readsTheHeader() throws {
    let header = try #require(Self.packet.withReader { RTPHeader($0) })
    #expect(header.payloadType == 96 && header.hasMarker && header.sequence == 0x1234)
    #expect(header.timestamp == 0xF00 && header.source == 0xDEAD_BEEF && header.hasUsualType)
  }

  @Test(arguments: [
    "40 60 1234 00000f00 deadbeef",  // version 1
    "80 c8 1234 00000f00 deadbeef",  // a sender report
    "82 60 1234 00000f00 deadbeef 00000000",  // one contributor of two
    "80 60 1234 00000f00 deadbe",
  ])
  func takesNothingElse(hex: String) {
    #expect(Bytes(stringLiteral: hex).withReader { RTPHeader($0) } == nil)
  }

  @Test func knowsAssignedTypes() {
    #expect(RTPFormat.assigned(0)?.name == "PCMU" && RTPFormat.assigned(34)?.clockRate == 90000)
    #expect(RTPFormat.assigned(72) == nil && RTPFormat.assigned(255) == nil)
  }
}
