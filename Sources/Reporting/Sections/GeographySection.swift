import CaptureFormats
import Charts
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Where the hosts are, by GeoIP databases.
struct GeographySection: ReportSection {
  static let id: String = "geography"
  static let title: Phrase = "Geography"

  private let context: ReportContext
  private let geography: GeographySummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard let geography = context.snapshot.geography else {
      throw SectionSkipped("no GeoIP database was given")
    }
    guard geography.publicTraffic.hosts > 0 else {
      throw SectionSkipped("no public addresses in the capture")
    }
    self.context = context
    self.geography = geography
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    blocks += context.figure("countries", csv: "countries")
    blocks.append(.table(countries))
    if !geography.networks.rows.isEmpty { blocks.append(.table(networks)) }
    return blocks + [.note(source)]
  }

  private var lead: InlineText {
    let isAllKnown = !geography.countries.rows.contains { $0.code == nil }
    let known = geography.countries.total - (isAllKnown ? 0 : 1)
    let local = geography.privateTraffic.hosts
    let rest = local == 0 ? "" : "; \(Words.counted(local, "other")) with private addresses"
    return """
      \(Words.counted(geography.publicTraffic.hosts, "host")) with public addresses in \
      \(Words.counted(UInt64(max(0, known)), "country"))\(most)\(rest).
      """
  }

  /// The country with most of the traffic.
  private var most: Phrase {
    guard geography.countries.total > 1,
      let first = geography.countries.rows.first(where: { $0.code != nil })
    else { return "" }
    let part = Words.percent(share(first.bytes, of: geography.publicTraffic.bytes))
    return ", most in \(first.name) (\(part) of their bytes)"
  }

  private var source: InlineText {
    let names = geography.databases.map { database -> Phrase in
      "\(database.type) of \(Self.date(database.builtAt))"
    }
    return """
      By \(names.joined(separator: ", ")). Where an address is registered need not be where its \
      host is.
      """
  }

  /// The day, in UTC, of a number of seconds that may be any.
  private static func date(_ seconds: UInt64) -> String {
    let latest: UInt64 = 9_000_000_000
    return ClockFormat.utc.date(Timestamp(seconds: Int64(min(seconds, latest))))
  }

  private var countries: ReportTable {
    var table = ReportTable(
      id: "countries-table", caption: "Traffic by country",
      columns: [
        .text("Country"), .text("Code"), .number("Hosts"), .number("Packets"), .number("Bytes"),
        .share("Share of public hosts' bytes"),
      ], csv: "countries")
    table.fill(geography.countries, top: context.options.top, noun: "country") { country in
      [ReportTable.Cell(country.name), ReportTable.Cell(country.code ?? "–")]
        + numbers(country.hosts, country.packets, country.bytes)
    } others: { rest in
      [""] + others(rest?.map(\.hosts), rest?.map(\.packets), rest?.map(\.bytes))
    }
    return table
  }

  private var networks: ReportTable {
    var table = ReportTable(
      id: "networks-table", caption: "Traffic by autonomous system",
      columns: [
        .text("Network"), .text("Organisation"), .number("Hosts"), .number("Packets"),
        .number("Bytes"), .share("Share of public hosts' bytes"),
      ], csv: "networks")
    table.fill(geography.networks, top: context.options.top, noun: "network") { network in
      [ReportTable.Cell(network.name), ReportTable.Cell(network.organisation)]
        + numbers(network.hosts, network.packets, network.bytes)
    } others: { rest in
      [""] + others(rest?.map(\.hosts), rest?.map(\.packets), rest?.map(\.bytes))
    }
    return table
  }

  private func numbers(_ hosts: UInt64, _ packets: UInt64, _ bytes: UInt64) -> [ReportTable.Cell] {
    [
      .count(hosts), .count(packets), .bytes(bytes),
      .share(bytes, of: geography.publicTraffic.bytes),
    ]
  }

  private func others(
    _ hosts: [UInt64]?, _ packets: [UInt64]?, _ bytes: [UInt64]?
  ) -> [ReportTable.Cell] {
    guard let hosts, let packets, let bytes else { return ["–", "–", "–", "–"] }
    return numbers(hosts.clampedSum, packets.clampedSum, bytes.clampedSum)
  }
}
