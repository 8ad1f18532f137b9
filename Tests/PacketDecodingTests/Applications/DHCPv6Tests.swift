import PacketDecoding
import TestSupport
import Testing

struct DHCPv6Tests {
  /// A reply with an address, a delegated prefix, name servers and a domain.
  static let reply: Bytes = """
    07 102030
    0001 000a 0003 0001 00005e005310
    0002 000a 0003 0001 00005e005301
    0003 0028 00000001 00000000 00000000
      0005 0018 20010db8000000000000000000000050 00000e10 00001c20
    0019 0029 00000002 00000000 00000000
      001a 0019 00000e10 00001c20 38 20010db8010000000000000000000000
    0017 0010 20010db8000000000000000000000001
    0018 000d 07 6578616d706c65 03 636f6d 00
    """
  /// A solicitation with a name, inside the message of a relay agent.
  static let relayed: Bytes = """
    0c 00 20010db8000000000000000000000001 fe800000000000000000000000000002
    0012 0002 6161
    0009 0020
      01 102030
      0001 000a 0003 0001 00005e005310
      0027 000a 00 06 6c6170746f70 0000
    """
  static let server = IPAddress(high: 0xFE80_0000_0000_0000, low: 1)

  static func parse(_ bytes: Bytes) throws -> DHCPv6Message {
    try bytes.withReader { try DHCPv6Message(parsing: &$0) }
  }

  @Test func readsAddressesAndPrefixes() throws {
    let leases = try Self.parse(Self.reply).leases(from: Self.server)
    #expect(leases.map(\.event) == [.leased, .leased])
    #expect(leases.map { $0.address?.description } == ["2001:db8::50", "2001:db8:100::"])
    #expect(leases.map(\.prefixLength) == [nil, 56])
    #expect(leases.map { $0.settings?.seconds } == [7200, 7200])
    #expect(leases[0].client == "0003000100005e005310")
    #expect(leases[0].mac?.description == "00:00:5e:00:53:10")
    #expect(leases[0].settings?.server == Self.server)
    #expect(leases[0].settings?.nameServers.map(\.description) == ["2001:db8::1"])
    #expect(leases[0].settings?.domain == "example.com")
  }

  @Test func readsThroughRelayAgents() throws {
    let message = try Self.parse(Self.relayed)
    #expect(message.type.description == "Solicit")
    #expect(message.mac?.description == "00:00:5e:00:53:10")
    #expect(message.hostName == "laptop")
  }

  @Test func takesAnAddressAwayThatIsNotValid() throws {
    var bytes = Self.reply.array
    bytes.replaceSubrange(72..<76, with: [0, 0, 0, 0])
    let leases = try Self.parse(Bytes(bytes)).leases(from: Self.server)
    #expect(leases.map(\.event) == [.released, .leased])
  }

  @Test func endsInRelayAgentsWithoutEnd() throws {
    var bytes: [UInt8] = []
    for _ in 0..<40 {
      bytes += [12] + [UInt8](repeating: 0, count: 33) + [0, 9, 0xFF, 0xFF]
    }
    #expect(throws: DecodeError.self) { try Self.parse(Bytes(bytes)) }
  }

  @Test(arguments: 0..<reply.array.count)
  func readsAnyBeginning(length: Int) throws {
    let message = try? Self.parse(Self.reply.prefix(length))
    #expect((message != nil) == (length >= 4))
    #expect(message?.addresses.count == (length < 4 ? nil : length < 76 ? 0 : length < 121 ? 1 : 2))
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 22)
    for round in 0..<20_000 {
      let bytes = Bytes(random.mutate((round % 2 == 0 ? Self.reply : Self.relayed).array))
      _ = bytes.withReader { try? DHCPv6Message(parsing: &$0).leases(from: Self.server) }
    }
  }
}
