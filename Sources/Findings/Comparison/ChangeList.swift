import TrafficAnalysis
internal import Wording

/// Collects the changes of a comparison.
struct ChangeList {
  let base: ComparedCapture
  let new: ComparedCapture
  let settings: ComparisonSettings
  let volumeBasis: VolumeBasis
  private var changes: [Change] = []
  private var omitted: [Omission.Reason: Int] = [:]

  init(base: ComparedCapture, new: ComparedCapture, settings: ComparisonSettings) {
    self.base = base
    self.new = new
    self.settings = settings
    volumeBasis = VolumeBasis(base.seconds, new.seconds, settings: settings)
  }

  var sorted: [Change] {
    let groups = Dictionary(grouping: changes, by: \.category)
    return ChangeCategory.allCases.flatMap { (groups[$0] ?? []).sorted(by: Change.comesFirst) }
  }

  var omissions: [Omission] {
    Omission.Reason.allCases.compactMap { reason in
      omitted[reason].map { Omission(reason: reason, count: $0) }
    }
  }

  mutating func add(_ change: Change) { changes.append(change) }

  mutating func omit(_ reason: Omission.Reason, count: Int = 1) {
    omitted[reason, default: 0] += count
  }

  /// How often something was seen.
  struct Seen {
    /// What is shown, and weighed against the rest of its table.
    var amount: UInt64
    /// How often it could have been met.
    var times: UInt64
    var detail: Phrase?

    init(_ amount: UInt64, times: UInt64? = nil, detail: Phrase? = nil) {
      self.amount = amount
      self.times = times ?? amount
      self.detail = detail
    }

    mutating func add(_ other: Seen) {
      amount = amount.addingReportingOverflow(other.amount).partialValue
      times = times.addingReportingOverflow(other.times).partialValue
      detail = detail ?? other.detail
    }
  }

  /// Adds what only one side has.
  ///
  /// - Parameter omission: why something of a side (`.gone` is the base's) is not told, if so.
  mutating func comparePresence<Key: Hashable & CustomStringConvertible>(
    _ category: ChangeCategory, _ measure: Phrase, _ unit: ChangeUnit, _ base: [Key: Seen],
    _ new: [Key: Seen], omission: (Key, Change.Kind) -> Omission.Reason? = { _, _ in nil }
  ) {
    for (kind, mine, others) in [(Change.Kind.gone, base, new), (.new, new, base)] {
      let total = mine.values.reduce(0.0) { $0 + Double($1.amount) }
      for (key, seen) in mine where others[key] == nil {
        if let reason = omission(key, kind) ?? tooShort(for: seen.times, kind) {
          omit(reason)
          continue
        }
        let value = Change.Value.number(Double(seen.amount))
        add(
          Change(
            category, kind, "\(key)", measure: measure, detail: seen.detail,
            before: kind == .gone ? value : nil, after: kind == .new ? value : nil, unit: unit,
            relevance: total > 0 ? Double(seen.amount) / total : 0))
      }
    }
  }

  /// Whether the other capture is so short that the absence there of what was seen so often here
  /// means nothing. A capture without any duration is taken as it is.
  private func tooShort(for times: UInt64, _ kind: Change.Kind) -> Omission.Reason? {
    let (mine, other) = kind == .gone ? (base, new) : (new, base)
    guard mine.seconds > 0, other.seconds > 0 else { return nil }
    let packets = (Double(mine.snapshot.capture.packets), Double(other.snapshot.capture.packets))
    let part = max(other.seconds / mine.seconds, packets.1 / max(1, packets.0))
    guard part < settings.shortDuration else { return nil }
    return Double(times) * part < settings.expectedTimes ? .tooShort : nil
  }
}
