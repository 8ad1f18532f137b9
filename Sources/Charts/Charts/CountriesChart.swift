package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The countries whose hosts sent and received most bytes.
package struct CountriesChart: BarChart {
  package static let id: String = "countries"
  package static let subject: Phrase =
    "Bytes sent and received by hosts with public addresses, by country"
  package static let absence: Phrase = "No public addresses in the capture"
  /// Without a database there is no question that it could answer.
  package static let isShownEmpty = false

  private let countries: [CountryTraffic]
  package let bars: BarList
  private let bytes: Double

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    guard let geography = snapshot.geography else { return nil }
    let countries = Array(geography.countries.rows.prefix { $0.bytes > 0 }.prefix(options.top))
    guard !countries.isEmpty else { return nil }
    let shown = countries.reduce(0) { $0 + Double($1.bytes) }
    let bytes = max(Double(geography.publicTraffic.bytes), shown)
    self.countries = countries
    self.bytes = bytes
    let rows = countries.map { country in
      let amount = Numbers.bytes(country.bytes)
      let share = Numbers.percent(Double(country.bytes), of: bytes)
      let hosts = Numbers.count(country.hosts, "host")
      return BarList.Row(
        label: [Phrase(verbatim: country.name)], parts: [Double(country.bytes)],
        value: "\(amount) (\(share))",
        hint: "\(country.name): \(amount), \(share), \(hosts)")
    }
    bars = BarList(rows: rows, isMono: false)
  }

  package var title: Phrase {
    let share = Numbers.percent(Double(countries[0].bytes), of: bytes)
    return countries[0].code == nil
      ? "\(share) of the bytes of public hosts are of unknown origin"
      : "\(countries[0].name) has \(share) of the bytes of public hosts"
  }

  package var subtitle: Phrase {
    countries.count == 1 ? Self.subject : "\(Self.subject), the \(countries.count) largest"
  }

  package var table: ChartTable {
    let rows = countries.map { country in
      [
        country.name, country.code ?? "–", Numbers.count(country.hosts),
        Numbers.bytes(country.bytes), Numbers.percent(Double(country.bytes), of: bytes),
      ]
    }
    return ChartTable(
      headers: ["Country", "Code", "Hosts", "Bytes", "Share"], rows: rows, firstNumericColumn: 2)
  }
}
