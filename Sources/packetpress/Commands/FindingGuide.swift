import Charts
import Findings
import Reporting
import Wording

/// The catalog of findings in the forms of `packetpress findings`.
enum FindingGuide {
  private static let rules = FindingCatalog.all

  private static func rules(in group: FindingGroup) -> [any FindingRule.Type] {
    rules.filter { $0.group == group }
  }

  private static let groups = FindingGroup.allCases.filter { !rules(in: $0).isEmpty }

  /// "2 %".
  private static func bound(_ threshold: Threshold) -> String {
    "\(number(threshold.standard)) \(threshold.unit.rawValue)"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  // MARK: Text

  static var text: String {
    groups.map { group in
      let entries = rules(in: group).map { rule in
        let state = rule.isOnByDefault ? "" : " (off by default)"
        let bounds = rule.thresholds.map { "    \($0.key) = \(bound($0)) \($0.meaning)\n" }
        return "  \(rule.id)\(state)\n    \(rule.title)\n\(bounds.joined())"
      }
      return "\(group.title)\n\(entries.joined())"
    }.joined(separator: "\n")
  }

  // MARK: JSON

  static var json: String {
    var writer = JSONWriter()
    writer.array { json in
      for rule in rules {
        json.object { write(rule, to: &$0) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ rule: any FindingRule.Type, to json: inout JSONWriter) {
    json.field("id", rule.id)
    json.field("title", rule.title.text)
    json.field("group", rule.group.rawValue)
    json.field("definition", rule.definition)
    json.field("advice", rule.advice.text)
    json.field("source", rule.source)
    json.field("on_by_default", rule.isOnByDefault)
    json.list("held_back_by", rule.isHeldBackBy.map(\.reason.text).sorted())
    json.rows("thresholds", rule.thresholds) { row, threshold in
      row.field("name", threshold.key)
      row.key("value")
      row.value(threshold.standard)
      row.field("unit", threshold.unit.rawValue)
      row.field("meaning", threshold.meaning)
    }
  }

  // MARK: Markdown

  static var markdown: String {
    ([introduction] + groups.map(section)).joined(separator: "\n")
  }

  private static let introduction = """
    # Findings

    What a capture is judged by. Written by `packetpress findings --format md` from the catalog that the
    program itself uses; change that, not this file.

    Every bound can be set with `--threshold NAME=VALUE`, every rule turned off with `--finding-off ID` and
    those that are off by default turned on with `--finding-on ID`; the settings file has keys of the same
    names. A finding about the capture's quality holds back the rules that it makes doubtful: they are
    named in the report, and their findings are not. Of one rule the worst ten are told one by one, the
    rest in number. With `--fail-on LEVEL` the exit status is 1 if a finding is as bad as that.

    """

  private static func section(_ group: FindingGroup) -> String {
    """
    ## \(group.title)

    | Finding | What is measured | Bounds | Held back when | What to do | Source |
    |---|---|---|---|---|---|
    \(rules(in: group).map(line).joined(separator: "\n"))

    """
  }

  private static func line(_ rule: any FindingRule.Type) -> String {
    let state = rule.isOnByDefault ? "" : " *Off by default.*"
    let bounds = rule.thresholds.map { "`\($0.name)` \(bound($0)) \($0.meaning)" }
    let doubts = CaptureDoubt.allCases.filter(rule.isHeldBackBy.contains).map(\.reason.text)
    let cells = [
      "**\(rule.title)**<br>`\(rule.id)`", rule.definition + state,
      bounds.joined(separator: "<br>"),
      doubts.joined(separator: "; "), rule.advice.text, rule.source,
    ]
    return "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
  }
}
