import PacketDecoding
import TestSupport
import Testing

struct NeighborMessageTests {
  private func read(_ type: UInt8, _ bytes: [UInt8]) -> NeighborMessage? {
    NeighborMessage(type: type, parsing: ByteReader(bytes.span.bytes))
  }

  private static let prefix: Bytes = """
    03 04 40 c0 00 01 51 80 00 00 0e 10 00 00 00 00 20 01 0d b8 00 01 00 00 00 00 00 00 00 00 00 00
    """
  private static let head: Bytes = "40 00 07 08 00 00 00 00 00 00 00 00"

  @Test func readsRouterAdvertisements() throws {
    let other: Bytes = "01 01 02 00 00 00 00 01"
    let message = try #require(read(134, Self.head.array + other.array + Self.prefix.array))
    #expect(message.routerLifetime == 1800)
    #expect(message.prefixes.map(\.description) == ["2001:db8:1::/64"])
  }

  @Test func takesPrefixesOfWhichHostsMakeAddresses() throws {
    var bytes = Self.prefix.array
    bytes[3] = 0x80
    #expect(try #require(read(134, Self.head.array + bytes)).prefixes.isEmpty)
    bytes = Self.prefix.array
    bytes.replaceSubrange(4..<8, with: [0, 0, 0, 0])
    #expect(try #require(read(134, Self.head.array + bytes)).prefixes.isEmpty)
  }

  @Test func readsTargets() throws {
    let target: Bytes = "fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 42"
    let solicitation = try #require(read(135, [0, 0, 0, 0] + target.array))
    #expect(solicitation.target.description == "fe80::42")
    #expect(try #require(read(136, [0x60, 0, 0, 0] + target.array)).isSolicited)
    #expect(try !#require(read(136, [0x20, 0, 0, 0] + target.array)).isSolicited)
  }

  @Test func endsWithTheBytes() throws {
    let whole = Self.head.array + Self.prefix.array
    for count in 0..<whole.count {
      let message = read(134, Array(whole.prefix(count)))
      #expect((message == nil) == (count < 12))
      #expect(message?.prefixes.isEmpty ?? true)
    }
    // An option without a length would never end.
    #expect(try #require(read(134, Self.head.array + [3, 0, 0, 0])).prefixes.isEmpty)
    #expect(read(133, whole) == nil)
    #expect(read(135, [0, 0, 0, 0, 1]) == nil)
  }
}
