package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How HTTP servers answered.
package struct HTTPStatusesChart: BarChart {
  package static let id: String = "http-statuses"
  package static let subject: Phrase = "HTTP responses by status"
  package static let absence: Phrase = "No HTTP responses in clear text in the capture"
  package static let isShownEmpty = false

  private let tallies: TallyBars
  private let failed: Double

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let entries = snapshot.http.statuses.map { status in
      TallyBars.Entry("\(Self.label(status.name))", status.count, tone: Self.tone(status.name))
    }
    guard
      let tallies = TallyBars(
        entries, top: options.top, head: "Status", noun: "response", plural: "Responses")
    else { return nil }
    self.tallies = tallies
    failed = entries.reduce(0) {
      $0 + ([.warning, .error].contains($1.tone) ? Double($1.count) : 0)
    }
  }

  /// By class of status (RFC 9110 section 15).
  private static func tone(_ status: String) -> Tone {
    switch status.first {
    case "1", "2": .accent
    case "3": .soft
    case "4": .warning
    case "5": .error
    default: .other
    }
  }

  private static func label(_ status: String) -> String {
    names[status].map { "\(status) \($0)" } ?? status
  }

  /// Names of RFC 9110 for those that one meets.
  private static let names: [String: String] = [
    "100": "Continue", "101": "Switching Protocols", "200": "OK", "201": "Created",
    "202": "Accepted", "204": "No Content", "206": "Partial Content",
    "301": "Moved Permanently", "302": "Found", "303": "See Other", "304": "Not Modified",
    "307": "Temporary Redirect", "308": "Permanent Redirect", "400": "Bad Request",
    "401": "Unauthorized", "403": "Forbidden", "404": "Not Found", "405": "Method Not Allowed",
    "408": "Request Timeout", "409": "Conflict", "410": "Gone", "429": "Too Many Requests",
    "500": "Internal Server Error", "501": "Not Implemented", "502": "Bad Gateway",
    "503": "Service Unavailable", "504": "Gateway Timeout",
  ]

  package var bars: BarList { tallies.bars }
  package var table: ChartTable { tallies.table }

  package var title: Phrase {
    guard failed > 0 else { return "No HTTP response has an error status" }
    return "\(Numbers.percent(failed, of: tallies.total)) of HTTP responses have an error status"
  }

  package var subtitle: Phrase { "\(Self.subject), \(Numbers.whole(tallies.total)) in all" }
  package var alternativeText: Phrase { "\(title). \(subtitle): \(tallies.words)." }
}
