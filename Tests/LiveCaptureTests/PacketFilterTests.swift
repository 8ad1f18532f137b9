import CaptureFormats
import LiveCapture
import TestSupport
import Testing

struct PacketFilterTests {
  /// 192.0.2.10:34376 opens a connection to 198.51.100.10:80 (Samples/web.pcap), without Ethernet.
  static let syn: Bytes = """
    4500 003c 59b7 4000 4006 f4bc c000 020a c633 640a 8648 0050 2639 3ee8 0000 0000 a002 faf0
    0dcb 0000 0204 05b4 0402 080a dadc 8c62 0000 0000 0103 030a
    """
  static let frame: Bytes = "0000 5e00 5301 0000 5e00 530a 0800"

  static func matches(
    _ expression: String, _ linkType: LinkType = .ethernet, header: Bytes = frame,
    captured: Int? = nil
  ) throws -> Bool {
    let bytes = header.array + syn.array
    // Packets lie anywhere in their block.
    let record = PacketRecord(
      time: Timestamp(nanoseconds: 0), offset: 5, capturedLength: captured ?? bytes.count,
      originalLength: UInt32(bytes.count), linkType: linkType)
    return try PacketFilter(expression).matches(record, [1, 2, 3, 4, 5] + bytes)
  }

  @Test(arguments: [
    ("tcp", true), ("udp", false), ("port 80", true), ("port 81", false),
    ("host 192.0.2.10", true), ("src host 198.51.100.10", false), ("net 192.0.2.0/24", true),
    ("tcp[tcpflags] & tcp-syn != 0", true), ("ip6", false), ("ether host 00:00:5e:00:53:0a", true),
    ("len <= 74", true), ("greater 100", false), ("", true), ("not (tcp or udp)", false),
  ])
  func letsThroughWhatTheExpressionSays(expression: String, isMatch: Bool) throws {
    #expect(try Self.matches(expression) == isMatch)
  }

  @Test func judgesNoMoreThanWasCaptured() throws {
    #expect(try !Self.matches("port 80", captured: 30))
    #expect(try Self.matches("len == 74", captured: 30))
    #expect(try !Self.matches("tcp", captured: 0))
  }

  @Test(
    arguments: [
      (.ethernet, frame), (.raw, ""), (.rawIP12, ""), (.rawIP14, ""), (.ipv4, ""),
      (.null, "0200 0000"), (.linuxSLL, "0000 0001 0006 0000 5e00 530a 0000 0800"),
      (.linuxSLL2, "0800 0000 0000 0005 0001 0006 0000 5e00 530a 0000"),
      (.ppp, "ff03 0021"), (.loop, "0000 0002"),
    ] as [(LinkType, Bytes)])
  func judgesPacketsOfEveryLinkType(linkType: LinkType, header: Bytes) throws {
    #expect(try Self.matches("tcp port 80", linkType, header: header))
    #expect(try !Self.matches("udp port 80", linkType, header: header))
  }

  @Test func letsNothingThroughOfALinkTypeThatItCannotBeCompiledFor() throws {
    #expect(try !Self.matches("tcp", LinkType(rawValue: 249), header: ""))
    #expect(try !Self.matches("ether host 00:00:5e:00:53:0a", .raw, header: ""))
    #expect(try !Self.matches("tcp", LinkType(rawValue: 60_000), header: ""))
  }

  @Test(arguments: ["tcp prt 80", "(", "host", "port 99999999", "\u{1F600}"])
  func saysWhatIsWrongWithAnExpression(expression: String) {
    #expect {
      try PacketFilter(expression)
    } throws: { error in
      error is PacketFilter.SyntaxError && !"\(error)".isEmpty
    }
  }

  @Test func quotesLibpcap() {
    #expect {
      try PacketFilter("tcp prt 80")
    } throws: { error in
      "\(error)".contains("syntax error")
    }
  }

  @Test func judgesManyLinkTypesWithOneFilter() throws {
    let filter = try PacketFilter("tcp")
    for _ in 0..<3 {
      for (linkType, header) in [
        (LinkType.ethernet, Self.frame), (.linuxSLL2, ""), (.raw, ""),
      ] {
        let bytes = header.array + Self.syn.array
        let record = PacketRecord(
          time: Timestamp(nanoseconds: 0), offset: 0, capturedLength: bytes.count,
          originalLength: UInt32(bytes.count), linkType: linkType)
        #expect(filter.matches(record, bytes) == (linkType != .linuxSLL2))
      }
    }
  }
}
