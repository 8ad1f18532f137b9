import PacketDecoding
import TestSupport
import Testing

struct BridgeMessageTests {
  private func tellsChange(_ bytes: Bytes) -> Bool? {
    BridgeMessage(parsing: ByteReader(bytes.array.span.bytes))?.tellsChange
  }

  @Test func knowsChangesOfAllVersions() {
    #expect(tellsChange("00 00 00 80") == true)
    #expect(tellsChange("00 00 00 00 01") == true)
    #expect(tellsChange("00 00 02 02 3d") == true)
    #expect(tellsChange("00 00 03 02 3c") == false)
    // The acknowledgment of a change.
    #expect(tellsChange("00 00 00 00 80") == false)
  }

  @Test func othersAreNone() {
    #expect(tellsChange("00 01 00 80") == nil)
    #expect(tellsChange("00 00 00 07 01") == nil)
    #expect(tellsChange("00 00 00") == nil)
    #expect(tellsChange("00 00 00 00") == false)
  }
}
