/// Where traffic came from and went to, by GeoIP databases.
package struct GeographySummary: Sendable {
  /// A database that was asked.
  package struct Database: Hashable, Sendable {
    /// As it calls itself, "GeoLite2-Country".
    package var type: String
    /// When it was made, in seconds since 1970.
    package var builtAt: UInt64

    package init(type: String, builtAt: UInt64) {
      self.type = type
      self.builtAt = builtAt
    }
  }

  package var databases: [Database] = []
  /// Most bytes first; with a row for public addresses that no database knows.
  package var countries = Ranked<CountryTraffic>()
  /// Autonomous systems, most bytes first.
  package var networks = Ranked<NetworkTraffic>()
  /// What hosts with public addresses sent and received.
  package var publicTraffic = CountryTraffic(code: nil, name: "Public addresses")
  /// What hosts with private addresses sent and received.
  package var privateTraffic = CountryTraffic(code: nil, name: "Private addresses")

  package init() {}
}

/// What the hosts of one country sent and received.
package struct CountryTraffic: Sendable {
  /// ISO 3166-1 alpha-2, "DE"; nil where no database knows.
  package var code: String?
  /// In English.
  package var name: String
  package var hosts: UInt64 = 0
  package var packets: UInt64 = 0
  package var bytes: UInt64 = 0

  package init(code: String?, name: String) {
    self.code = code
    self.name = name
  }
}

/// What the hosts of one autonomous system sent and received.
package struct NetworkTraffic: Sendable {
  package var number: UInt32
  package var organisation: String
  package var hosts: UInt64 = 0
  package var packets: UInt64 = 0
  package var bytes: UInt64 = 0

  package init(number: UInt32, organisation: String) {
    self.number = number
    self.organisation = organisation
  }

  /// "AS64500".
  package var name: String { "AS\(number)" }
}
