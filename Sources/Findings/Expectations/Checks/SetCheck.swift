import TrafficAnalysis
internal import Wording

/// `only: hosts`, `none_of: protocols` or `at_least_one: server_names`, with a list.
struct SetCheck: ExpectationCheck {
  enum Form: String, CaseIterable, Sendable {
    case only
    case noneOf = "none_of"
    case atLeastOne = "at_least_one"

    /// The key of its list.
    var listKey: String { self == .atLeastOne ? "of" : "are" }

    /// "only", "none of".
    var words: String { rawValue.replacing("_", with: " ") }
  }

  private let form: Form
  private let set: NameSet
  private let patterns: [NamePattern]

  /// Names told one by one.
  private static let namesTold = 10

  init(_ form: Form, _ set: NameSet, _ patterns: [NamePattern]) {
    self.form = form
    self.set = set
    self.patterns = patterns
  }

  var title: String { "\(set.name): \(expected)" }
  var expected: String { "\(form.words) \(Self.list(patterns.map(\.text)))" }
  var unit: String? { nil }

  private static func list(_ names: [String]) -> String {
    let rest = names.count - namesTold
    return names.prefix(namesTold).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func told(_ members: [NameSetMembers.Member]) -> Phrase {
    let rest = members.count - namesTold
    let names = members.prefix(namesTold).map { Phrase(verbatim: $0.text) }.joined(separator: ", ")
    return rest > 0 ? "\(names) and \(rest) more" : names
  }

  func outcome(on grounds: Grounds) -> CheckOutcome {
    let members = set.members(grounds.snapshot)
    if let absence = members.absence { return CheckOutcome(.open(absence), measured: "nothing") }
    let known = members.members.filter { member in patterns.contains { member.matches($0) } }
    let doubt =
      Reliance.presence.doubt(grounds.shortfalls, isSettled: false) ?? members.gap
    switch form {
    case .only:
      let others = members.members.filter { member in !patterns.contains { member.matches($0) } }
      if !others.isEmpty {
        return offence(others, of: members, grounds) { "\($0) unexpected of \($1): \($2)" }
      }
      let nothing: Phrase? = members.members.isEmpty ? "the capture has nothing of the kind" : nil
      return outcome(.met, doubt ?? nothing, "\(members.members.count) seen, all expected")
    case .noneOf:
      if !known.isEmpty {
        return offence(known, of: members, grounds) { "\($0) unwanted of \($1): \($2)" }
      }
      return outcome(.met, doubt, "none of \(members.members.count) seen")
    case .atLeastOne:
      if !known.isEmpty { return outcome(.met, nil, Self.told(known)) }
      return outcome(.unmet, doubt, "none of \(members.members.count) seen")
    }
  }

  private func outcome(
    _ verdict: CheckOutcome.Verdict, _ doubt: Phrase?, _ measured: Phrase
  ) -> CheckOutcome {
    CheckOutcome(doubt.map { .open($0) } ?? verdict, measured: measured)
  }

  /// What must not be there was seen, whatever else is missing.
  private func offence(
    _ offenders: [NameSetMembers.Member], of members: NameSetMembers, _ grounds: Grounds,
    _ words: (Int, Int, Phrase) -> Phrase
  ) -> CheckOutcome {
    // Each offender's first packet, so that the first few tell of all of them.
    let all = offenders.prefix(Finding.packetLimit).map {
      set.packets(of: $0.text, in: grounds.snapshot)
    }
    let firsts = all.compactMap(\.first).sorted()
    let packets = offenders.count == 1 ? all[0] : firsts
    return CheckOutcome(
      .unmet,
      measured: words(offenders.count, members.members.count, Self.told(offenders)),
      packets: packets, subject: offenders[0].text)
  }
}
