package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How DNS servers answered.
package struct DNSResponseCodesChart: BarChart {
  package static let id: String = "dns-codes"
  package static let subject: Phrase = "DNS responses by code"
  package static let absence: Phrase = "No DNS responses in the capture"
  package static let isShownEmpty = false

  private let tallies: TallyBars
  private let good: Double

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let entries = snapshot.dns.responseCodes.map { code in
      TallyBars.Entry("\(code.name)", code.count, tone: Self.tone(code.name))
    }
    guard
      let tallies = TallyBars(
        entries, top: options.top, head: "Code", noun: "response", plural: "Responses")
    else { return nil }
    self.tallies = tallies
    good = entries.reduce(0) { $0 + ($1.tone == .accent ? Double($1.count) : 0) }
  }

  /// A name that does not exist is an answer, too; anything else is none (RFC 1035 section 4.1.1).
  private static func tone(_ code: String) -> Tone {
    switch code {
    case "NOERROR": .accent
    case "NXDOMAIN": .warning
    default: .error
    }
  }

  package var bars: BarList { tallies.bars }
  package var table: ChartTable { tallies.table }

  package var title: Phrase {
    let share = Numbers.percent(good, of: tallies.total)
    return good == tallies.total
      ? "All DNS responses are without error" : "\(share) of DNS responses are without error"
  }

  package var subtitle: Phrase { "\(Self.subject), \(Numbers.whole(tallies.total)) in all" }
  package var alternativeText: Phrase { "\(title). \(subtitle): \(tallies.words)." }
}
