/// What expectations can be about, as tables for the documentation.
package enum ExpectationReference {
  /// Markdown.
  package static var tables: String {
    let metrics = MetricCatalog.groups.map { group in
      "### \(group.title)\n\n| Metric | Written like | What it is |\n|---|---|---|\n"
        + group.metrics.map(row).joined()
    }
    return [
      "## Metrics\n", metrics.joined(separator: "\n"), "## Sets\n", sets,
      "## Fields of conversations\n", fields(ConversationFields.documentation),
      "## Fields of hosts\n", fields(HostFields.documentation),
    ].joined(separator: "\n")
  }

  private static func row(_ metric: Metric) -> String {
    let example =
      switch metric.kind {
      case .count: "`5`"
      case .bytes: "`1.5MB`"
      case .duration: "`34ms`"
      case .percent: "`2 %`"
      case .bitRate: "`10Mbit/s`"
      case .packetRate: "`100 packets/s`"
      }
    return "| `\(metric.name)` | \(example) | \(metric.meaning) |\n"
  }

  private static var sets: String {
    "| Set | What is in it | How its entries are written |\n|---|---|---|\n"
      + NameSetCatalog.all.map { "| `\($0.name)` | \($0.meaning) | \($0.pattern.meaning) |\n" }
      .joined()
  }

  private static func fields(_ rows: [(name: String, meaning: String)]) -> String {
    "| Field | What it is |\n|---|---|\n"
      + rows.map { "| `\($0.name)` | \($0.meaning) |\n" }.joined()
  }
}
