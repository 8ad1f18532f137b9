internal import Wording

/// What a check comes to, before the severity of its expectation.
struct CheckOutcome: Sendable {
  enum Verdict: Sendable {
    case met, unmet
    /// With the reason.
    case open(Phrase)
  }

  var verdict: Verdict
  var measured: Phrase
  var unit: String?
  var packets: [UInt64] = []
  var subject: String?
  /// More about what was measured.
  var note: Phrase?

  init(
    _ verdict: Verdict, measured: Phrase, unit: String? = nil, packets: [UInt64] = [],
    subject: String? = nil, note: Phrase? = nil
  ) {
    self.verdict = verdict
    self.measured = measured
    self.unit = unit
    self.packets = Array(packets.prefix(Finding.packetLimit))
    self.subject = subject
    self.note = note
  }

  /// What a bound makes of a number, unless there is a doubt about it.
  init(
    _ bound: Bound, _ value: Double, noun: String, doubt: Phrase?, packets: [UInt64] = [],
    subject: String? = nil, note: Phrase? = nil
  ) {
    let holds = bound.holds(value)
    self.init(
      doubt.map { .open($0) } ?? (holds ? .met : .unmet), measured: "\(bound.measured(value))",
      unit: bound.unitText ?? (noun.isEmpty ? nil : noun), packets: holds ? [] : packets,
      subject: subject, note: note)
  }
}
