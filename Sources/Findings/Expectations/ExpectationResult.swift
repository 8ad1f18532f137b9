package import Wording

/// What became of one expectation: what it asked for, and what was measured.
package struct ExpectationResult: Sendable {
  package enum Outcome: String, CaseIterable, Sendable {
    case passed, failed
    /// Not as expected, where the expectation only warns.
    case warned
    /// The capture cannot tell.
    case inconclusive
  }

  package var name: String
  package var expected: String
  package var measured: Phrase
  /// The unit of both; nil if they have it in them, or have none.
  package var unit: String?
  package var outcome: Outcome
  /// Why it is asked for, or why it is inconclusive.
  package var reason: Phrase?
  /// Numbers of some packets that show it, the first of all first.
  package var packets: [UInt64]
  /// Whom or what it was measured of, where that is not the whole capture.
  package var subject: String?

  package init(
    name: String, expected: String, measured: Phrase, unit: String? = nil, outcome: Outcome,
    reason: Phrase? = nil, packets: [UInt64] = [], subject: String? = nil
  ) {
    self.name = name
    self.expected = expected
    self.measured = measured
    self.unit = unit
    self.outcome = outcome
    self.reason = reason
    self.packets = packets
    self.subject = subject
  }
}
