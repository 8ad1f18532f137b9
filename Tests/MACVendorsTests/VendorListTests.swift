import MACVendors
import PacketDecoding
import TestSupport
import Testing

struct VendorListTests {
  /// The maker of each address by a list, or "–".
  static func vendors(_ list: String, _ addresses: UInt64...) -> [String] {
    let file = ScratchFile(Array(list.utf8))
    return file.withPath { path in
      let macs = addresses.map { MACAddress(rawValue: $0) }
      let found = VendorList(path: path)?.vendors(of: Set(macs)) ?? [:]
      return macs.map { found[$0] ?? "–" }
    }
  }

  @Test func readsTheListOfWireshark() {
    let list = """
      # a comment
      00:00:0C\tCisco\tCisco Systems, Inc
      00:1B:C5\tIEEERegi\tIEEE Registration Authority
      00:1B:C5:00:00:00/36\tConvergi\tConverging Systems Inc.
      1C:CA:E3:F0:00:00/28\tPrivate
      01-00-0C-CC-CC-CC\tCDP/VTP

      """
    #expect(
      Self.vendors(
        list, 0x0000_0C12_3456, 0x001B_C500_0FFF, 0x001B_C510_0FFF, 0x1CCA_E3F1_2345,
        0x1CCA_E301_2345
      ) == [
        "Cisco Systems, Inc", "Converging Systems Inc.", "IEEE Registration Authority", "Private",
        "–",
      ])
  }

  @Test(arguments: [
    "00000C Cisco Systems, Inc\r\n", "00000c\tCisco Systems, Inc",
    "00-00-0C   (hex)\t\tCisco Systems, Inc\n00000C     (base 16)\t\tWrong\n\t\t\t\tSan Jose\n",
    "Registry,Assignment,Organization Name\nMA-L,00000C,\"Cisco Systems, Inc\",\"170 W, San Jose\"\n",
  ])
  func readsOtherLists(list: String) {
    #expect(Self.vendors(list, 0x0000_0C12_3456) == ["Cisco Systems, Inc"])
  }

  @Test func readsATableWithoutQuotes() {
    #expect(Self.vendors("MA-M,1CCAE3F,Private,x\n", 0x1CCA_E3F1_2345) == ["Private"])
  }

  @Test func knowsNoMakerOfGroupsAndOfOwnAddresses() {
    let list = "020000 Local\n010000 Group\n000000 Xerox\n"
    #expect(
      Self.vendors(list, 0x0200_0000_0001, 0x0100_0000_0001, 0x0000_0000_0001) == [
        "–", "–", "Xerox",
      ])
  }

  @Test func looksUpAgainWhatIsNew() {
    let file = ScratchFile(Array("00000C Cisco\n000010 Sytek\n".utf8))
    file.withPath { path in
      let list = VendorList(path: path)
      let (cisco, sytek) = (
        MACAddress(rawValue: 0x0000_0C00_0001), MACAddress(rawValue: 0x10_0000_01)
      )
      #expect(list?.vendors(of: [cisco]) == [cisco: "Cisco"])
      #expect(list?.vendors(of: [cisco, sytek]) == [cisco: "Cisco", sytek: "Sytek"])
    }
  }

  @Test func survivesOddLists() {
    for list in [
      "", "\n\n", "00000C", "00000C ", "00000C/99 x", "00000C/ x", "MA-L", "MA-L,", "MA-L,00000C",
    ] {
      #expect(Self.vendors(list, 0x0000_0C00_0001) == ["–"])
    }
    #expect(VendorList(path: "/nowhere/list") == nil)
    #expect(Self.vendors("00000C a\u{7}b\n", 0x0000_0C00_0001) == [#"a\ab"#])
  }
}
