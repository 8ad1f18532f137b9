/// A bound that a rule holds a measurement against; users can set it to another value.
package struct Threshold: Hashable, Sendable {
  /// The rule that it belongs to.
  package let rule: String
  /// Its name within the rule, "warning".
  package let name: String
  package let standard: Double
  package let unit: FindingUnit
  /// What reaching it means, in a few words: "retransmitted, for a warning".
  package let meaning: String

  package init(
    _ rule: String, _ name: String, _ standard: Double, _ unit: FindingUnit, _ meaning: String
  ) {
    self.rule = rule
    self.name = name
    self.standard = standard
    self.unit = unit
    self.meaning = meaning
  }

  /// How settings name it, "tcp-retransmissions.warning".
  package var key: String { "\(rule).\(name)" }
}
