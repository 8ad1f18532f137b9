import PacketDecoding
import Testing

struct MACAddressKindsTests {
  @Test(
    arguments: [
      0x0000_5E00_0101, 0x0000_5E00_02FF, 0x0000_0C07_AC00, 0x0000_0C9F_F001, 0x0005_73A0_0001,
      0x0007_B400_0102,
    ] as [UInt64])
  func sharedAddressesAreKnown(_ address: UInt64) {
    #expect(MACAddress(rawValue: address).isShared)
  }

  @Test(
    arguments: [
      0x0000_5E00_0301, 0x0000_5E90_0101, 0x0000_0C07_AD00, 0x0000_0C9F_E001, 0x0005_73A0_1001,
      0x0007_B401_0102,
    ] as [UInt64])
  func othersAreNot(_ address: UInt64) { #expect(!MACAddress(rawValue: address).isShared) }

  @Test func groupsHaveTheLowestBitOfTheFirstByte() {
    #expect(MACAddress.broadcast.isGroup)
    #expect(MACAddress(rawValue: 0x3333_0000_0001).isGroup)
    #expect(!MACAddress(rawValue: 0x0200_0000_0001).isGroup)
  }
}
