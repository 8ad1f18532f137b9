/// Which rules judge, and their bounds where these differ from the standard.
package struct FindingSettings: Sendable {
  private var values: [String: Double] = [:]
  private var off: Set<String> = []
  private var on: Set<String> = []

  package init() {}

  /// Why a setting cannot be taken.
  package enum Problem: Error, Equatable {
    /// With all names there are.
    case noRule(String, known: [String])
    case noThreshold(String, known: [String])
    /// A bound is a number from 0 on.
    case noValue(String, for: String)
  }

  /// Turns a rule on or off.
  package mutating func set(_ rule: String, isOn: Bool) throws(Problem) {
    guard FindingCatalog.rule(rule) != nil else {
      throw .noRule(rule, known: FindingCatalog.all.map { $0.id })
    }
    if isOn {
      on.insert(rule)
      off.remove(rule)
    } else {
      off.insert(rule)
      on.remove(rule)
    }
  }

  /// Sets a bound by its key, "tcp-retransmissions.warning".
  package mutating func set(_ key: String, to text: String) throws(Problem) {
    let known = FindingCatalog.all.flatMap { $0.thresholds }.map(\.key)
    guard known.contains(key) else { throw .noThreshold(key, known: known) }
    guard let value = Double(text), value.isFinite, value >= 0 else {
      throw .noValue(text, for: key)
    }
    values[key] = value
  }

  package func isOn(_ rule: any FindingRule.Type) -> Bool {
    if off.contains(rule.id) { return false }
    return rule.isOnByDefault || on.contains(rule.id)
  }

  package subscript(threshold: Threshold) -> Double {
    values[threshold.key] ?? threshold.standard
  }
}
