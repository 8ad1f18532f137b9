import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct GeographyTests {
  /// Knows the even addresses of 192.0.2.0/24.
  struct Locator: AddressLocator {
    let databases = [GeographySummary.Database(type: "Test", builtAt: 1)]

    func place(of address: IPAddress) -> AddressPlace {
      var place = AddressPlace()
      guard address.low % 2 == 0 else { return place }
      place.country = "DE"
      place.countryName = "Germany"
      place.asNumber = 64_500
      place.organisation = "Example"
      return place
    }
  }

  /// Packets between hosts 10.0.0.1 and 192.0.2.x.
  static func snapshot(workers: Int = 1) -> Snapshot {
    var traffic = Traffic()
    for host in 0..<4 {
      var packet = Traffic.ipv4(17, from: 1, to: 2, [4, 0, 5, 0, 0, 8, 0, 0])
      packet.replaceSubrange(16..<20, with: [192, 0, 2, UInt8(host)])
      for _ in 0...host { traffic.add(packet) }
    }
    var options = AnalysisOptions()
    options.locator = Locator()
    return traffic.snapshot(options: options, workers: workers)
  }

  @Test func addsUpCountriesAndNetworks() throws {
    let geography = try #require(Self.snapshot().geography)
    #expect(geography.countries.rows.map(\.code) == [nil, "DE"])
    #expect(geography.countries.rows.map(\.hosts) == [2, 2])
    #expect(geography.countries.rows.map(\.packets) == [6, 4])
    #expect(geography.networks.rows.map(\.name) == ["AS64500"])
    #expect(geography.networks.rows.map(\.bytes) == [4 * 28])
    #expect(geography.publicTraffic.hosts == 4 && geography.publicTraffic.packets == 10)
    #expect(geography.privateTraffic.hosts == 1 && geography.privateTraffic.packets == 10)
  }

  @Test func saysWhereHostsAre() throws {
    let hosts = Self.snapshot().hosts.rows
    #expect(hosts.map(\.country) == ["private", nil, "DE", nil, "DE"])
    #expect(hosts[2].countryName == "Germany" && hosts[2].asn == "AS64500")
    #expect(hosts[2].organisation == "Example")
  }

  @Test func doesNotDependOnTheNumberOfWorkers() {
    let one = Self.snapshot()
    #expect(Self.snapshot(workers: 3).difference(from: one) == nil)
  }

  @Test func needsALocator() {
    #expect(Traffic.snapshot { $0.udp(from: (1, 1), to: (2, 2)) }.geography == nil)
  }

  @Test(arguments: [
    ("0.1.2.3", true), ("10.255.0.1", true), ("100.63.255.255", false), ("100.64.0.0", true),
    ("127.0.0.1", true), ("169.254.9.9", true), ("172.15.0.1", false), ("172.31.0.1", true),
    ("192.168.1.1", true), ("192.0.2.1", false), ("198.19.0.1", true), ("224.0.0.251", true),
    ("255.255.255.255", true), ("8.8.8.8", false), ("223.255.255.255", false),
  ])
  func tellsPrivateFromPublicIPv4(text: String, isPrivate: Bool) {
    let bits = text.split(separator: ".").reduce(UInt32(0)) { $0 << 8 | UInt32($1)! }
    #expect(IPAddress(v4: bits).isPrivate == isPrivate)
    #expect(IPAddress(high: 0, low: 0xFFFF_0000_0000 | UInt64(bits)).isPrivate == isPrivate)
  }

  @Test(
    arguments: [
      (0, 0, true), (0, 1, true), (0xFE80_0000_0000_0000, 1, true),
      (0xFD00_1234_0000_0000, 1, true), (0xFF02_0000_0000_0000, 0xFB, true),
      (0x2001_0DB8_0000_0000, 1, false), (0x2606_4700_0000_0000, 1, false),
      (0x0064_FF9B_0000_0000, 0x0808_0808, false), (0x0100_0000_0000_0000, 1, true),
    ] as [(UInt64, UInt64, Bool)])
  func tellsPrivateFromPublicIPv6(high: UInt64, low: UInt64, isPrivate: Bool) {
    #expect(IPAddress(high: high, low: low).isPrivate == isPrivate)
  }
}
