import PacketDecoding
import TestSupport
import Testing

struct DHCPTests {
  /// An acknowledgement of dnsmasq to udhcpc: address, server, lease time, mask, router, name server.
  static let ack: Bytes =
    """
    02010600 11223344 0000 0000 00000000 c0000232 c0000201 00000000
    00005e005310 00000000000000000000
    """ + Bytes([UInt8](repeating: 0, count: 192))
      + """
      63825363 350105 3604c0000201 330400000e10 0104ffffff00 0304c0000201
      0608c0000201c0000202 0f0b 6578616d706c652e636f6d ff 0000
      """
  /// A request with a host name and a vendor class.
  static let request: Bytes =
    """
    01010600 11223344 0000 0000 00000000 00000000 00000000 00000000
    00005e005310 00000000000000000000
    """ + Bytes([UInt8](repeating: 0, count: 192))
    + "63825363 00 350103 0c06 6c6170746f70 3c06 756468637063 ff"

  static func parse(_ bytes: Bytes) throws -> DHCPMessage {
    try bytes.withReader { try DHCPMessage(parsing: &$0) }
  }

  @Test func readsWhatAServerTells() throws {
    let lease = try #require(try Self.parse(Self.ack).lease)
    #expect(lease.event == .leased && lease.address?.description == "192.0.2.50")
    #expect(lease.mac?.description == "00:00:5e:00:53:10" && lease.client == "00:00:5e:00:53:10")
    #expect(lease.settings?.server?.description == "192.0.2.1")
    #expect(lease.settings?.routers.map(\.description) == ["192.0.2.1"])
    #expect(lease.settings?.nameServers.map(\.description) == ["192.0.2.1", "192.0.2.2"])
    #expect(lease.settings?.domain == "example.com" && lease.settings?.seconds == 3600)
  }

  @Test func readsWhatAClientTells() throws {
    let lease = try #require(try Self.parse(Self.request).lease)
    #expect(lease.event == .none && lease.address == nil && lease.settings == nil)
    #expect(lease.hostName == "laptop" && lease.vendorClass == "udhcpc")
  }

  @Test func readsAFullyQualifiedName() throws {
    let head = Bytes(Array(Self.request.array.prefix(240)))
    let wire = try Self.parse(head + "5109 04 0000 02 7063 01 61 00 ff")
    #expect(wire.hostName == "pc.a")
    let ascii = try Self.parse(head + "5105 00 0000 7063 ff")
    #expect(ascii.hostName == "pc")
  }

  @Test func saysWhatItReads() throws {
    var notes = ApplicationNotes(
      source: .none, sourcePort: 68, destination: .none, destinationPort: 67, time: 0)
    try Self.request.withReader { try DHCP.readDatagram(&$0, into: &notes) }
    #expect(notes.values.map(\.value.text) == ["Request", "laptop", "udhcpc"])
    #expect(notes.info == "DHCP Request of 00:00:5e:00:53:10")
    #expect(notes.leases.count == 1)
  }

  @Test(arguments: 0..<ack.array.count)
  func readsAnyBeginning(length: Int) throws {
    let message = try? Self.parse(Self.ack.prefix(length))
    #expect((message != nil) == (length >= 236))
    #expect(message?.type == (length >= 243 ? .ack : nil))
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 21)
    for round in 0..<20_000 {
      let bytes = Bytes(random.mutate((round % 2 == 0 ? Self.ack : Self.request).array))
      _ = bytes.withReader { try? DHCPMessage(parsing: &$0).lease }
    }
  }
}
