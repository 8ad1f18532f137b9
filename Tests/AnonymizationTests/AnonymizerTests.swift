import Anonymization
import PacketDecoding
import TestSupport
import Testing

@Suite struct AnonymizerTests {
  static func key(_ seed: UInt8) -> AnonymizationKey {
    AnonymizationKey((0..<32).map { $0 &* 7 &+ seed })!
  }

  private let anonymizer = Anonymizer(key(1))

  private func image(_ text: String) throws -> String {
    anonymizer.address(try #require(IPAddress(text: text))).description
  }

  // MARK: - Addresses

  @Test func keepsWhatNetworksHaveInCommon() {
    var random = SeededGenerator(state: 11)
    var previous = IPAddress(v4: 0xC633_6401)
    for _ in 0..<500 {
      // One that has some bits in common with the one before.
      let keep = UInt32.random(in: 0...32, using: &random)
      let mask = keep == 0 ? 0 : UInt32.max << (32 - keep)
      let next = UInt32(previous.low) & mask | UInt32.random(in: 0 ... .max, using: &random) & ~mask
      let address = IPAddress(v4: next)
      #expect(
        Self.common(previous, address)
          == Self.common(anonymizer.address(previous), anonymizer.address(address)))
      previous = address
    }
  }

  @Test func keepsWhatNetworksOfIPv6HaveInCommon() {
    var random = SeededGenerator(state: 12)
    var previous = IPAddress(high: 0x2001_0DB8_0000_0001, low: 1)
    for _ in 0..<60 {
      let keep = Int.random(in: 0...127, using: &random)
      var high = UInt64.random(in: 0 ... .max, using: &random)
      var low = UInt64.random(in: 0 ... .max, using: &random)
      let mask = keep <= 64 ? ~(UInt64.max >> UInt64(keep)) : .max
      high = previous.high & mask | high & ~mask
      if keep > 64 {
        let rest = ~(UInt64.max >> UInt64(keep - 64))
        low = previous.low & rest | low & ~rest
      }
      // Those that stand for an address of IPv4 go their own way.
      let address = IPAddress(high: high, low: low)
      #expect(
        Self.common(previous, address)
          == Self.common(anonymizer.address(previous), anonymizer.address(address)))
      previous = address
    }
  }

  private static func common(_ one: IPAddress, _ other: IPAddress) -> Int {
    if one.isIPv4 { return UInt32(one.low ^ other.low).leadingZeroBitCount }
    let high = (one.high ^ other.high).leadingZeroBitCount
    return high < 64 ? high : 64 + (one.low ^ other.low).leadingZeroBitCount
  }

  @Test(arguments: [
    "0.0.0.0", "255.255.255.255", "127.0.0.1", "224.0.0.251", "239.255.255.250", "::", "::1",
    "ff02::1", "ff02::fb", "ff02::1:2", "::ffff:127.0.0.1",
  ])
  func leavesAddressesOfNobody(_ text: String) throws {
    #expect(try image(text) == text)
  }

  @Test(arguments: [
    ("10.1.2.3", "10."), ("192.168.7.9", "192.168."), ("169.254.1.1", "169.254."),
    ("fe80::1:2:3:4", "fe80::"), ("ff02::1:ff12:3456", "ff02::1:ff"),
    ("::ffff:10.9.8.7", "::ffff:10."),
    ("64:ff9b::a00:1", "64:ff9b::a"),
  ])
  func leavesTheRangeThatMeansSomething(_ text: String, _ beginning: String) throws {
    let image = try image(text)
    #expect(image.hasPrefix(beginning) && image != text)
  }

  @Test func leavesEveryAddressInItsClass() {
    var random = SeededGenerator(state: 13)
    for _ in 0..<2_000 {
      let address = IPAddress(v4: UInt32.random(in: 0 ... .max, using: &random))
      let image = anonymizer.address(address)
      #expect(Self.range(of: address) == Self.range(of: image))
    }
  }

  private static func range(of address: IPAddress) -> Int {
    let bits = UInt32(address.low)
    let ranges: [(UInt32, UInt32)] = [
      (0, 8), (10, 8), (0x6440, 10), (127, 8), (0xA9FE, 16), (0xAC10, 12), (0xC0A8, 16),
      (0xE0, 4), (0xF0, 4),
    ]
    return ranges.firstIndex { prefix, length in
      let width: UInt32 = prefix > 255 ? 16 : 8
      return bits >> (32 - length) == prefix >> (width - length)
    } ?? -1
  }

  @Test func givesANetworkAnImageWithoutHostBits() throws {
    let network = anonymizer.network(try #require(IPAddress(text: "198.51.100.0")), length: 24)
    let host = anonymizer.address(try #require(IPAddress(text: "198.51.100.77")))
    #expect(network.low & 0xFF == 0 && network.low >> 8 == host.low >> 8)
  }

  // MARK: - Adapters

  private let adapter = MACAddress(rawValue: 0x0000_5E00_5317)

  @Test func givesAdaptersLocalAddresses() {
    let image = anonymizer.mac(adapter)
    #expect(image.rawValue >> 40 & 3 == 2 && image != adapter)
    #expect(anonymizer.mac(.zero) == .zero && anonymizer.mac(.broadcast) == .broadcast)
  }

  @Test func keepsVendorsWhereWanted() {
    let keeping = Anonymizer(Self.key(1), macTreatment: .keepVendor)
    let images = (0..<1_000).map {
      keeping.mac(MACAddress(rawValue: adapter.rawValue &+ $0))
    }
    #expect(images.allSatisfy { $0.rawValue >> 24 == adapter.rawValue >> 24 })
    #expect(Set(images).count == images.count)
  }

  @Test func letsGroupsFollowTheirAddresses() throws {
    let address = anonymizer.address(try #require(IPAddress(text: "ff02::1:ff12:3456")))
    let group = anonymizer.mac(MACAddress(rawValue: 0x3333_FF12_3456))
    #expect(group.rawValue == 0x3333_0000_0000 | address.low & 0xFFFF_FFFF)
    let mdns = MACAddress(rawValue: 0x0100_5E00_00FB)
    #expect(anonymizer.mac(mdns) == mdns)
  }

  // MARK: - The key

  @Test func dependsOnTheKey() throws {
    let address = try #require(IPAddress(text: "198.51.100.7"))
    let (again, other) = (Anonymizer(Self.key(1)), Anonymizer(Self.key(2)))
    #expect(again.address(address) == anonymizer.address(address))
    #expect(other.address(address) != anonymizer.address(address))
    #expect(again.name("a.example.org") == anonymizer.name("a.example.org"))
    #expect(other.name("a.example.org") != anonymizer.name("a.example.org"))
    #expect(again.mac(adapter) == anonymizer.mac(adapter))
    #expect(other.mac(adapter) != anonymizer.mac(adapter))
  }

  @Test func takesNoShortKey() {
    #expect(AnonymizationKey([UInt8](repeating: 1, count: 31)) == nil)
    #expect(AnonymizationKey([UInt8](repeating: 1, count: 33)) != nil)
  }
}
