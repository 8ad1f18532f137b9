internal import PacketDecoding
package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Which versions of TLS servers chose.
package struct TLSVersionsChart: BarChart {
  package static let id: String = "tls-versions"
  package static let subject: Phrase = "TLS handshakes by the version that the server chose"
  package static let absence: Phrase = "No server hello of TLS in the capture"
  package static let isShownEmpty = false

  private let tallies: TallyBars
  private let deprecated: Double

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let entries = snapshot.tls.versions.map { version in
      // They must not be used any more (RFC 8996).
      let isOld = TLSVersion.deprecatedNames.contains(version.name)
      return TallyBars.Entry(
        isOld ? "\(version.name) (deprecated)" : "\(version.name)", version.count,
        tone: isOld ? .warning : .accent)
    }
    guard
      let tallies = TallyBars(
        entries, top: options.top, head: "Version", noun: "handshake", plural: "Handshakes")
    else { return nil }
    self.tallies = tallies
    deprecated = entries.reduce(0) { $0 + ($1.tone == .warning ? Double($1.count) : 0) }
  }

  package var bars: BarList { tallies.bars }
  package var table: ChartTable { tallies.table }

  package var title: Phrase {
    let first = tallies.entries[0]
    let share = "\(first.label) in \(tallies.share(first)) of the handshakes"
    guard deprecated > 0 else { return "\(share), none of a deprecated version" }
    return first.tone == .warning
      ? share : "\(share), \(Numbers.percent(deprecated, of: tallies.total)) deprecated"
  }

  package var subtitle: Phrase { "\(Self.subject), \(Numbers.whole(tallies.total)) in all" }
  package var alternativeText: Phrase { "\(title). \(subtitle): \(tallies.words)." }
}
