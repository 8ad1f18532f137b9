import PacketDecoding

/// Adds up the hosts of countries and of autonomous systems.
struct GeographyTally {
  private let locator: any AddressLocator
  private var countries: [String: CountryTraffic] = [:]
  private var networks: [UInt32: NetworkTraffic] = [:]
  private var publicTraffic = GeographySummary().publicTraffic
  private var privateTraffic = GeographySummary().privateTraffic

  init(_ locator: any AddressLocator) { self.locator = locator }

  mutating func add(_ hosts: HostTable) {
    for place in 0..<hosts.rows.count { add(hosts.rows[place]) }
  }

  private mutating func add(_ row: HostTable.Row) {
    guard !row.address.isPrivate else { return privateTraffic.add(row) }
    publicTraffic.add(row)
    let place = locator.place(of: row.address)
    let key = place.country ?? ""
    let name = place.country.map { place.countryName ?? $0 } ?? "Unknown"
    var country = countries[key] ?? CountryTraffic(code: place.country, name: name)
    country.add(row)
    countries[key] = country
    guard let number = place.asNumber else { return }
    var network =
      networks[number] ?? NetworkTraffic(number: number, organisation: place.organisation ?? "")
    network.hosts += 1
    network.packets &+= row.packetsSent &+ row.packetsReceived
    network.bytes &+= row.bytes
    networks[number] = network
  }

  func summary(maxRows: Int) -> GeographySummary {
    var result = GeographySummary()
    result.databases = locator.databases
    result.publicTraffic = publicTraffic
    result.privateTraffic = privateTraffic
    result.countries = ranked(countries.values, maxRows: maxRows) {
      ($1.bytes, $0.code ?? "") < ($0.bytes, $1.code ?? "")
    }
    result.networks = ranked(networks.values, maxRows: maxRows) {
      ($1.bytes, $0.number) < ($0.bytes, $1.number)
    }
    return result
  }
}

extension CountryTraffic {
  fileprivate mutating func add(_ row: HostTable.Row) {
    hosts += 1
    packets &+= row.packetsSent &+ row.packetsReceived
    bytes &+= row.bytes
  }
}

extension Host {
  /// Takes over where the host is.
  mutating func locate(_ locator: (any AddressLocator)?) {
    guard let locator else { return }
    guard !address.isPrivate else {
      country = "private"
      return
    }
    let place = locator.place(of: address)
    country = place.country
    countryName = place.countryName
    asn = place.asNumber.map { "AS\($0)" }
    organisation = place.organisation
  }
}
