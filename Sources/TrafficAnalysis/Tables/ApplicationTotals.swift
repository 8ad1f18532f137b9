import PacketDecoding

/// What the conversations of every application add up to.
struct ApplicationTotals: Sendable {
  private struct Entry: BitwiseCopyable, Sendable {
    var conversations: UInt64 = 0
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
  }

  /// By the number of the protocol.
  private var entries = [Entry](repeating: Entry(), count: 256)

  @inline(__always)
  mutating func add(_ flow: Flow) {
    guard !flow.application.isNone else { return }
    let place = Int(flow.application.rawValue)
    entries[place].conversations &+= 1
    entries[place].packets &+= flow.packets
    entries[place].bytes &+= flow.bytes
  }

  mutating func merge(_ other: ApplicationTotals) {
    for place in entries.indices {
      entries[place].conversations &+= other.entries[place].conversations
      entries[place].packets &+= other.entries[place].packets
      entries[place].bytes &+= other.entries[place].bytes
    }
  }

  /// Most bytes first; `values` are those of each application's fields by name.
  func summaries(values: [ProtocolID: [String: Ranked<Tally>]]) -> [ApplicationSummary] {
    var result: [ApplicationSummary] = []
    for entry in ApplicationCatalog.all {
      let totals = entries[Int(entry.id.rawValue)]
      let fields = entry.fields.compactMap { field in
        values[entry.id]?[field.name].map {
          ApplicationSummary.Field(name: field.name, title: field.title, values: $0)
        }
      }
      guard totals.conversations > 0 || !fields.isEmpty else { continue }
      result.append(
        ApplicationSummary(
          protocolName: entry.id.filterName, name: entry.id.displayName,
          conversations: totals.conversations, packets: totals.packets, bytes: totals.bytes,
          fields: fields))
    }
    return result.sorted { ($1.bytes, $0.protocolName) < ($0.bytes, $1.protocolName) }
  }
}
