import PacketDecoding
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The requests that took longest, and those that failed.
extension HTTPSection {
  var transactions: [ReportTable] {
    let rows = http.transactions.rows
    let answered = rows.lazy.filter { $0.latencyNanoseconds != nil }
    let slowest = ranked(answered, maxRows: rowCount) {
      ($1.latencyNanoseconds ?? 0, $0) < ($0.latencyNanoseconds ?? 0, $1)
    }
    return [
      table("http-slowest", "Slowest requests", slowest.rows),
      table("http-failed", "Requests that failed", rows.lazy.filter(\.isFailed)),
    ]
  }

  private var rowCount: Int { max(1, context.options.top) }

  private func table(_ id: String, _ caption: Phrase, _ rows: some Sequence<HTTPTransaction>)
    -> ReportTable
  {
    var table = ReportTable(
      id: id, caption: caption,
      columns: [
        .text("Time"), .text("Client", mono: true), .text("Request", mono: true),
        .text("Host", mono: true), .text("Status"), .number("Body"), .number("Latency"),
      ], csv: "http_transactions")
    table.rows = rows.prefix(rowCount).map(cells)
    return table
  }

  private func cells(_ row: HTTPTransaction) -> [ReportTable.Cell] {
    let request = [row.method, row.target].compactMap { $0 }.joined(separator: " ")
    return [
      ReportTable.Cell(context.clock(row.time), explanation: ExactTime.rfc3339(row.time)),
      ReportTable.Cell(row.client.description),
      ReportTable.Cell(
        request.isEmpty ? "–" : "\(SafeText.visible(request, limit: 80))" as Phrase),
      ReportTable.Cell(host(row)),
      ReportTable.Cell(row.status.map(\.description) ?? "–"), .bytes(row.responseBytes),
      ReportTable.Cell(row.latencyNanoseconds.map { Words.duration($0) } ?? "–"),
    ]
  }

  /// As the client called it, else its address.
  private func host(_ row: HTTPTransaction) -> String {
    row.host.map { SafeText.visible($0, limit: 60) } ?? Words.endpoint(row.server, row.serverPort)
  }
}
