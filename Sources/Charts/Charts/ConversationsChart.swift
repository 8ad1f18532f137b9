internal import PacketDecoding
package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The conversations that carried most bytes, by direction.
package struct ConversationsChart: BarChart {
  package static let id: String = "conversations"
  package static let subject: Phrase = "Bytes by conversation"
  package static let absence: Phrase = "No conversations between IP addresses in the capture"

  private let conversations: [Conversation]
  package let bars: BarList
  private let bytes: Double

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let rows = snapshot.conversations.rows.prefix(options.top).filter { Self.bytes($0) > 0 }
    guard !rows.isEmpty else { return nil }
    let bytes = max(Double(snapshot.capture.bytes), rows.reduce(0) { $0 + Self.bytes($1) })
    conversations = rows
    self.bytes = bytes
    bars = BarList(
      rows: rows.map { Self.row($0, of: bytes) },
      legend: [
        Legend.Entry(label: "client to server", tone: .accent),
        Legend.Entry(label: "server to client", tone: .soft),
      ])
  }

  private static func row(_ conversation: Conversation, of total: Double) -> BarList.Row {
    let ends = ends(conversation)
    let share = Numbers.percent(bytes(conversation), of: total)
    let up = Numbers.bytes(conversation.bytesToServer)
    let down = Numbers.bytes(conversation.bytesToClient)
    return BarList.Row(
      label: ["\(ends.client)", "→ \(ends.server)"],
      parts: [Double(conversation.bytesToServer), Double(conversation.bytesToClient)],
      value: "\(Numbers.bytes(bytes(conversation))) (\(share))",
      hint: "\(ends.client) → \(ends.server): \(up) to server, \(down) to client, \(share)")
  }

  /// Both directions; as Double, because their sum may exceed 64 bits in a hostile snapshot.
  private static func bytes(_ conversation: Conversation) -> Double {
    Double(conversation.bytesToServer) + Double(conversation.bytesToClient)
  }

  private static func ends(_ conversation: Conversation) -> (client: String, server: String) {
    let end = { (address: String, isIPv4: Bool, port: UInt16?) in
      guard let port else { return address }
      return isIPv4 ? "\(address):\(port)" : "[\(address)]:\(port)"
    }
    let (client, server) = (conversation.client, conversation.server)
    return (
      end(client.description, client.isIPv4, conversation.clientPort),
      end(server.description, server.isIPv4, conversation.serverPort)
    )
  }

  package var title: Phrase {
    let ends = Self.ends(conversations[0])
    let most = Self.bytes(conversations[0])
    let share = Numbers.percent(most, of: bytes)
    guard Prominence.isProminent(most, of: bytes) else {
      return "No conversation stands out: the largest has \(share) of all bytes"
    }
    return "\(share) of all bytes in one conversation, \(ends.client) → \(ends.server)"
  }

  package var subtitle: Phrase {
    conversations.count == 1
      ? Self.subject : "\(Self.subject), the \(conversations.count) largest"
  }

  package var table: ChartTable {
    let rows = conversations.map { conversation in
      let ends = Self.ends(conversation)
      return [
        PlainText(conversation.application ?? conversation.transport, maximumLength: 60).string,
        ends.client, ends.server, Numbers.bytes(conversation.bytesToServer),
        Numbers.bytes(conversation.bytesToClient),
        Numbers.percent(Self.bytes(conversation), of: bytes),
      ]
    }
    let headers = ["Protocol", "Client", "Server", "To server", "To client", "Share"]
    return ChartTable(headers: headers, rows: rows, firstNumericColumn: 3)
  }
}
