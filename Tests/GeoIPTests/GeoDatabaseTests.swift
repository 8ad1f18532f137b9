import GeoIP
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis

struct GeoDatabaseTests {
  static let six = IPAddress(high: 0x2001_0DB8_0000_0000, low: 1)

  static func v4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> IPAddress {
    IPAddress(v4: a << 24 | b << 16 | c << 8 | d)
  }

  static func databases(_ builders: MMDBBuilder...) throws -> GeoDatabases {
    try open(builders.map { ScratchFile($0.bytes) })
  }

  /// An open database needs its file no more.
  static func open(_ files: [ScratchFile]) throws -> GeoDatabases {
    try withExtendedLifetime(files) {
      try GeoDatabases(paths: files.map { $0.withPath { $0 } })
    }
  }

  @Test(arguments: [24, 28, 32])
  func findsCountriesWithAnySizeOfRecords(size: Int) throws {
    var builder = MMDBBuilder.documentationCountries()
    builder.recordSize = size
    let databases = try Self.databases(builder)
    let germany = databases.place(of: Self.v4(192, 0, 2, 77))
    #expect(germany.country == "DE" && germany.countryName == "Germany")
    #expect(germany.asNumber == nil && germany.organisation == nil)
    #expect(databases.place(of: Self.v4(198, 51, 100, 127)).country == "JP")
    #expect(databases.place(of: Self.v4(198, 51, 100, 128)) == AddressPlace())
    #expect(databases.place(of: Self.six).country == "FR")
  }

  @Test func findsIPv4InsideIPv6() throws {
    let databases = try Self.databases(.documentationCountries())
    let mapped = IPAddress(high: 0, low: 0xFFFF_C000_0201)
    #expect(databases.place(of: mapped).country == "DE")
    let sixToFour = IPAddress(high: 0x2002_C000_0201_0000, low: 1)
    #expect(databases.place(of: sixToFour).country == "DE")
  }

  @Test func knowsOnlyItsVersion() throws {
    var builder = MMDBBuilder(ipVersion: 4)
    builder.add([192, 0, 2, 0], length: 24, MMDBBuilder.country("DE", "Germany"))
    let databases = try Self.databases(builder)
    #expect(databases.place(of: Self.v4(192, 0, 2, 1)).country == "DE")
    #expect(databases.place(of: Self.six) == AddressPlace())
  }

  @Test func addsUpWhatSeveralSay() throws {
    let databases = try Self.databases(.documentationNetworks(), .documentationCountries())
    let place = databases.place(of: Self.v4(192, 0, 2, 1))
    #expect(place.country == "DE" && place.asNumber == 64_500)
    #expect(place.organisation == "Example Access")
    #expect(databases.databases.map(\.type) == ["Test-ASN", "Test-Country"])
    #expect(databases.databases.map(\.builtAt) == [1_700_000_000, 1_700_000_000])
  }

  @Test func readsOtherShapes() throws {
    var builder = MMDBBuilder()
    builder.add(
      [192, 0, 2, 0], length: 24,
      .map([
        ("country_code", .text("NL")), ("country_name", .text("The Netherlands")),
        ("asn", .text("AS64510")), ("as_name", .text("Flat\u{7}")),
      ]))
    builder.add(
      [198, 51, 100, 0], length: 24,
      .map([("registered_country", .map([("iso_code", .text("US"))]))]))
    builder.add([203, 0, 113, 0], length: 24, .map([("country", .uint16(7))]))
    let databases = try Self.databases(builder)
    let flat = databases.place(of: Self.v4(192, 0, 2, 1))
    #expect(flat.country == "NL" && flat.countryName == "The Netherlands")
    #expect(flat.asNumber == 64_510 && flat.organisation == #"Flat\a"#)
    #expect(databases.place(of: Self.v4(198, 51, 100, 1)).country == "US")
    #expect(databases.place(of: Self.v4(203, 0, 113, 1)) == AddressPlace())
  }

  @Test func saysWhatIsWrongWithAFile() throws {
    let text = ScratchFile(Array("not a database".utf8))
    let whole = MMDBBuilder.documentationCountries().bytes
    let withoutTree = ScratchFile(Array(whole.suffix(220)))
    let paths = [text.withPath { $0 }, withoutTree.withPath { $0 }]
    defer { withExtendedLifetime((text, withoutTree)) {} }
    for path in ["/nowhere/missing.mmdb", "/", "/dev/null"] + paths {
      #expect { try GeoDatabases(paths: [path]) } throws: { error in
        let message = "\(error)"
        return message.hasPrefix("cannot use the GeoIP database \(path): ")
          && message.contains("--geoip") && !message.contains("\n")
      }
    }
  }

  @Test func survivesDamage() throws {
    let whole = MMDBBuilder.documentationCountries().bytes
    var random = SeededGenerator(state: 11)
    var opened = 0
    for _ in 0..<400 {
      guard let databases = try? Self.open([ScratchFile(random.mutate(whole))]) else { continue }
      opened += 1
      for address in [Self.v4(192, 0, 2, 1), Self.v4(198, 51, 100, 1), Self.six] {
        _ = databases.place(of: address)
      }
    }
    #expect(opened > 0)
  }
}
