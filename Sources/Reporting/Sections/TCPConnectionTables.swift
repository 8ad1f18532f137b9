import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The connections of the TCP section that a reader looks at first.
struct TCPConnectionTables {
  private let tcp: TCPSummary
  private let top: Int

  init(_ context: ReportContext) {
    tcp = context.snapshot.tcp
    top = max(1, context.options.top)
  }

  var blocks: [ReportBlock] { retransmissions + slowest }

  private static let endpoints: [ReportTable.Column] = [
    .text("Client", mono: true), .text("Server", mono: true),
  ]

  private static func endpoints(of row: Conversation) -> [ReportTable.Cell] {
    [
      ReportTable.Cell(Words.endpoint(row.client, row.clientPort)),
      ReportTable.Cell(Words.endpoint(row.server, row.serverPort)),
    ]
  }

  private var retransmissions: [ReportBlock] {
    let rows = tcp.mostRetransmissions.filter { $0.retransmissions > 0 }
    guard !rows.isEmpty else { return [] }
    var table = ReportTable(
      id: "tcp-retransmissions", caption: "Connections with most retransmissions",
      columns: Self.endpoints + [
        .number("By client"), .number("By server"), .number("Bytes again"),
        .share("Of payload"), .number("Out of order"), .number("Lost"), .number("Handshake"),
      ], csv: "conversations")
    table.rows = rows.prefix(top).map { row in
      let (there, back) = (row.tcp?.toServer, row.tcp?.toClient)
      let again = (there?.retransmittedBytes ?? 0).clampedSum(back?.retransmittedBytes ?? 0)
      let sent = (there?.sentBytes ?? 0).clampedSum(back?.sentBytes ?? 0)
      return Self.endpoints(of: row) + [
        .count(there?.retransmissions), .count(back?.retransmissions), .bytes(again),
        .share(again, of: sent), .count(row.outOfOrder), .count(row.lostSegments),
        Self.time(row.handshakeRTTNanoseconds),
      ]
    }
    return [.table(table)]
  }

  private var slowest: [ReportBlock] {
    let rows = tcp.slowest.filter { ($0.pathRoundTrip ?? 0) > 0 }
    guard !rows.isEmpty else { return [] }
    var table = ReportTable(
      id: "tcp-slowest", caption: "Connections with the longest round trips",
      columns: Self.endpoints + [
        .number("Round trip"), .number("Server side, least"), .number("mean"), .number("most"),
        .number("Client side, least"), .number("mean"), .number("most"), .number("Longest idle"),
      ], csv: "conversations")
    table.rows = rows.prefix(top).map { row in
      Self.endpoints(of: row) + [Self.time(row.pathRoundTrip)]
        + Self.times(row.tcp?.toServer.roundTrips) + Self.times(row.tcp?.toClient.roundTrips)
        + [Self.time(row.tcp?.longestIdleNanoseconds)]
    }
    return [.table(table)]
  }

  private static func times(_ trips: RoundTrips?) -> [ReportTable.Cell] {
    [time(trips?.minimum), time(trips?.mean), time(trips?.maximum)]
  }

  private static func time(_ nanoseconds: Int64?) -> ReportTable.Cell {
    ReportTable.Cell(nanoseconds.map { Words.duration($0) } ?? "–")
  }
}

extension TCPMeasures {
  /// The longest time that either side was silent.
  fileprivate var longestIdleNanoseconds: Int64 {
    max(toServer.longestIdleNanoseconds, toClient.longestIdleNanoseconds)
  }
}
