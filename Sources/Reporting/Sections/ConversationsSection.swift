import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Who spoke with whom.
struct ConversationsSection: ReportSection {
  static let id: String = "conversations"
  static let title: Phrase = "Conversations"
  static let figures: [String] = ["conversations"]

  private let context: ReportContext
  private let conversations: Ranked<Conversation>

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard !context.snapshot.conversations.rows.isEmpty else {
      throw SectionSkipped("no conversations between IP addresses in the capture")
    }
    self.context = context
    conversations = context.snapshot.conversations
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("conversations", csv: "conversations") + [.table(table)]
      + context.figure("host-matrix", csv: "conversations")
  }

  private var lead: InlineText {
    let total = Words.counted(UInt64(conversations.total), "conversation")
    let first = conversations.rows[0]
    let pair: InlineText = """
      \(mono: first.application ?? first.transport) between \(mono: first.client) and \
      \(mono: first.server)
      """
    guard conversations.total > 1 else {
      return "\(total), " + pair + ", with \(part(of: [first])) of the bytes."
    }
    let largest = "; the largest, " + pair + ", has \(part(of: [first]))." as InlineText
    let shown = conversations.rows.prefix(max(1, context.options.top))
    guard shown.count > 1, shown.count < conversations.total else {
      return "\(total) with \(part(of: conversations.rows)) of the bytes" + largest
    }
    return "\(total), of which \(Words.count(shown.count)) have \(part(of: shown)) of the bytes"
      + largest
  }

  private func part(of rows: some Sequence<Conversation>) -> String {
    let bytes = rows.map { $0.bytesToServer.clampedSum($0.bytesToClient) }.clampedSum
    return Words.percent(share(bytes, of: context.capture.bytes))
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "conversations-table", caption: "Conversations with most bytes",
      columns: [
        .text("Client", mono: true), .text("Server", mono: true), .text("Protocol"),
        .text("Server name"), .number("To server"), .number("To client"), .share("Share"),
        .number("Duration"), .text("State", mono: true),
      ], csv: "conversations")
    table.fill(conversations, top: context.options.top, noun: "conversation") { row in
      cells(row)
    } others: { rest in
      let toServer = rest?.map(\.bytesToServer).clampedSum
      let toClient = rest?.map(\.bytesToClient).clampedSum
      return [
        "", "", "", .bytes(toServer), .bytes(toClient), bytesShare(toServer, toClient), "", "",
      ]
    }
    return table
  }

  private func cells(_ row: Conversation) -> [ReportTable.Cell] {
    [
      ReportTable.Cell(
        Words.endpoint(row.client, row.clientPort), explanation: context.name(of: row.client)),
      ReportTable.Cell(Words.endpoint(row.server, row.serverPort)),
      ReportTable.Cell(row.application.map { "\(row.transport), \($0)" } ?? row.transport),
      ReportTable.Cell(serverName(row).map { SafeText.visible($0, limit: 60) } ?? "–"),
      .bytes(row.bytesToServer), .bytes(row.bytesToClient),
      bytesShare(row.bytesToServer, row.bytesToClient),
      ReportTable.Cell(Words.duration(row.durationNanoseconds)),
      ReportTable.Cell(row.state.rawValue, explanation: Phrase(message: row.state.meaning)),
    ]
  }

  /// What the client asked for, else what the server is called.
  private func serverName(_ row: Conversation) -> String? {
    row.serverName ?? context.name(of: row.server)
  }

  private func bytesShare(_ toServer: UInt64?, _ toClient: UInt64?) -> ReportTable.Cell {
    guard let toServer, let toClient else { return "–" }
    return .share(toServer.clampedSum(toClient), of: context.capture.bytes)
  }
}
