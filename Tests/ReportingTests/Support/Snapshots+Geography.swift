import TrafficAnalysis

extension Snapshots {
  static var geography: GeographySummary {
    var geography = GeographySummary()
    geography.databases = [.init(type: "Test-Country", builtAt: 1_700_000_000)]
    let names = [
      ("US", "United States"), ("DE", "Germany"), ("IE", "Ireland"), ("NL", "The Netherlands"),
      ("GB", "United Kingdom"), ("JP", "Japan"), ("SG", "Singapore"), ("BR", "Brazil"),
      ("BA", "Bosnia and Herzegovina"), ("ZA", "South Africa"), ("IN", "India"),
      ("VC", "Saint Vincent and the Grenadines"),
    ]
    geography.countries.rows = names.enumerated().map { index, name in
      var row = CountryTraffic(code: name.0, name: name.1)
      row.hosts = UInt64(40 / (index + 1))
      row.packets = UInt64(90_000 / (index + 1))
      row.bytes = UInt64(81_000_000 / (index * index + 1))
      return row
    }
    var unknown = CountryTraffic(code: nil, name: "Unknown")
    (unknown.hosts, unknown.packets, unknown.bytes) = (2, 11, 1_460)
    geography.countries.rows.append(unknown)
    geography.countries.total = geography.countries.rows.count
    var network = NetworkTraffic(number: 64_500, organisation: "Example Access Networks GmbH")
    (network.hosts, network.packets, network.bytes) = (7, 50_000, 42_000_000)
    geography.networks.rows = [network]
    geography.networks.total = 1
    for row in geography.countries.rows {
      geography.publicTraffic.hosts += row.hosts
      geography.publicTraffic.packets += row.packets
      geography.publicTraffic.bytes += row.bytes
    }
    geography.privateTraffic.hosts = 30
    return geography
  }
}
