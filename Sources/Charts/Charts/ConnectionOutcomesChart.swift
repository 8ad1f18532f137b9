package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How TCP connections went, over all and by service.
package struct ConnectionOutcomesChart: BarChart {
  package static let id: String = "connection-outcomes"
  package static let subject: Phrase = "TCP connections by how they went"
  package static let absence: Phrase = "No TCP in the capture"
  package static let isShownEmpty = false

  /// Zeek's states, as far as a reader of a chart tells them apart.
  private enum Outcome: Int, CaseIterable {
    case closed, open, reset, refused, unanswered, partial

    init(_ state: ConnectionState) {
      self =
        switch state {
        case .finished: .closed
        case .established, .closedByClient, .closedByServer: .open
        case .resetByClient, .resetByServer: .reset
        case .rejected: .refused
        case .attempt, .attemptReset, .attemptClosed: .unanswered
        case .serverResetUnseenSYN, .serverClosedUnseenSYN, .other: .partial
        }
    }

    var name: Phrase {
      switch self {
      case .closed: "closed in order"
      case .open: "left open"
      case .reset: "reset"
      case .refused: "refused"
      case .unanswered: "unanswered"
      case .partial: "seen in part"
      }
    }

    var tone: Tone {
      switch self {
      case .closed: .accent
      case .open: .soft
      case .reset: .warning
      case .refused: .error
      case .unanswered: .series(4)
      case .partial: .other
      }
    }
  }

  private struct Group {
    var name: Phrase
    var counts = [Double](repeating: 0, count: Outcome.allCases.count)

    var total: Double { counts.reduce(0, +) }
  }

  /// All connections, and then those of the services with most.
  private let groups: [Group]
  package let bars: BarList

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    var all = Group(name: "All connections")
    for (state, count) in snapshot.tcp.states {
      all.counts[Outcome(state).rawValue] += Double(count)
    }
    guard all.total > 0 else { return nil }
    groups = [all] + Self.services(snapshot, top: min(options.top, 8))
    bars = Self.bars(groups)
  }

  /// Failed connections are the smallest, so that a table without the last rows would hide them: only
  /// one that is whole tells of services.
  private static func services(_ snapshot: Snapshot, top: Int) -> [Group] {
    let conversations = snapshot.conversations
    guard conversations.rows.count >= conversations.total else { return [] }
    var groups: [UInt16: Group] = [:]
    for row in conversations.rows where row.transport == "TCP" {
      guard let port = row.serverPort else { continue }
      groups[port, default: Group(name: Phrase(verbatim: "tcp/\(port)"))].counts[
        Outcome(row.state).rawValue] += 1
    }
    guard groups.count > 1 else { return [] }
    let sorted = groups.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
    guard sorted.count > top else { return sorted.map(\.value) }
    // Of a scan each port has a few connections; together they tell more.
    let least = max(3, sorted[0].value.total / 20)
    let own = sorted.prefix(max(1, top - 1)).prefix { $0.value.total > least }
    guard !own.isEmpty else { return [] }
    var others = Group(name: "\(sorted.count - own.count) other ports")
    for group in sorted.dropFirst(own.count) {
      for place in others.counts.indices { others.counts[place] += group.value.counts[place] }
    }
    return own.map(\.value) + [others]
  }

  private static func bars(_ groups: [Group]) -> BarList {
    let seen = Outcome.allCases.filter { groups[0].counts[$0.rawValue] > 0 }
    let rows = groups.map { group in
      BarList.Row(
        label: [group.name], parts: seen.map { group.counts[$0.rawValue] / group.total },
        value: "\(Numbers.whole(group.total))", hint: "\(group.name): \(words(group))",
        tones: seen.map(\.tone))
    }
    let legend = seen.map { outcome in
      let share = Numbers.percent(groups[0].counts[outcome.rawValue], of: groups[0].total)
      return Legend.Entry(label: "\(outcome.name) \(share)", tone: outcome.tone)
    }
    return BarList(rows: rows, legend: legend, isMono: false)
  }

  /// "12 closed in order, 3 refused".
  private static func words(_ group: Group) -> Phrase {
    let seen = Outcome.allCases.filter { group.counts[$0.rawValue] > 0 }
    return seen.map { outcome -> Phrase in
      "\(Numbers.whole(group.counts[outcome.rawValue])) \(outcome.name)"
    }
    .joined(separator: ", ")
  }

  package var title: Phrase {
    let all = groups[0]
    let failed = all.counts[Outcome.refused.rawValue] + all.counts[Outcome.unanswered.rawValue]
    let share = Numbers.percent(all.counts[Outcome.closed.rawValue], of: all.total)
    let total = Numbers.whole(all.total)
    let connections: Phrase = all.total == 1 ? "1 connection" : "\(total) connections"
    let most = Outcome.allCases.max { all.counts[$0.rawValue] < all.counts[$1.rawValue] } ?? .closed
    if all.counts[most.rawValue] == all.total {
      return all.total == 1
        ? "The only connection \(most.name)" : "All \(total) connections \(most.name)"
    }
    guard failed > 0 else {
      let part = Numbers.percent(all.counts[most.rawValue], of: all.total)
      return "\(part) of \(connections) \(most.name), none failed"
    }
    let part = Numbers.percent(failed, of: all.total)
    return "\(part) of \(connections) refused or unanswered, \(share) closed in order"
  }

  package var subtitle: Phrase {
    groups.count > 1 ? "\(Self.subject), over all and by server port" : Self.subject
  }

  package var alternativeText: Phrase { "\(title). \(subtitle): \(Self.words(groups[0]))." }

  package var table: ChartTable {
    ChartTable(
      headers: ["Service", "Connections"] + Outcome.allCases.map(\.name.capitalizedFirst),
      rows: groups.map { group in
        ["\(group.name)", "\(Numbers.whole(group.total))"]
          + group.counts.map { "\(Numbers.whole($0))" }
      })
  }
}
