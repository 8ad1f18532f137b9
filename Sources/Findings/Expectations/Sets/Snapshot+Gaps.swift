import TrafficAnalysis
internal import Wording

extension Snapshot {
  /// Why rows of a table are missing; nil if none is.
  func gap<Row>(_ table: Ranked<Row>, _ name: String) -> Phrase? {
    if let gap = gap(name) { return gap }
    let missing = table.total - table.rows.count
    return missing > 0
      ? "\(missing) of \(table.total) \(Phrase(message: name)) were not kept; --max-rows 0 keeps all"
      : nil
  }

  /// Why entries of a bounded table are missing.
  func gap(_ table: String) -> Phrase? {
    // Conversations past their bound are closed early, and their rows are kept.
    guard table != "conversations", let note = limits.first(where: { $0.table == table }) else {
      return nil
    }
    return "\(note.beyond) \(Phrase(message: table)) were past the bound of \(note.limit)"
  }
}
