import PacketDecoding
import TrafficAnalysis
internal import Wording

/// `per_host: bytes_sent` with `is`, and `where` for some of the hosts alone.
struct PerHostCheck: ExpectationCheck {
  private let field: String
  private let noun: String
  private let value: @Sendable (Host) -> Double?
  private let conditions: [RowCondition<Host>]
  private let bound: Bound

  /// `field` is one of numbers.
  init?(_ field: RowField<Host>, _ conditions: [RowCondition<Host>], _ bound: Bound) {
    guard case .number(_, let noun, let value) = field.form else { return nil }
    self.field = field.name
    self.noun = noun
    self.value = value
    self.conditions = conditions
    self.bound = bound
  }

  var title: String { "\(field) of each host: \(bound.expected)" + (unit.map { " \($0)" } ?? "") }
  var expected: String { bound.expected }
  var unit: String? { bound.unitText ?? (noun.isEmpty ? nil : noun) }

  func outcome(on grounds: Grounds) -> CheckOutcome {
    let table = grounds.snapshot.hosts
    let rows = table.rows.filter { row in conditions.allSatisfy { $0.holds(row) } }
      .compactMap { row in value(row).map { (host: row, value: $0) } }
    guard let worst = rows.min(by: { isWorse($0.value, $1.value) }) else {
      return CheckOutcome(
        .open(grounds.snapshot.gap(table, "hosts") ?? "the capture has no such hosts"),
        measured: "nothing")
    }
    let unmet = rows.count { !bound.holds($0.value) }
    let isSettled = unmet > 0 && bound.isSettled(from: worst.value)
    let doubt =
      Reliance.count.doubt(grounds.shortfalls, isSettled: isSettled)
      ?? (unmet > 0 ? nil : gap(grounds.snapshot))
    return CheckOutcome(
      bound, worst.value, noun: noun, doubt: doubt,
      packets: packets(of: worst.host, in: grounds.snapshot),
      subject: worst.host.address.description,
      note: unmet > 1 ? "so it is with \(unmet) of \(rows.count) hosts; this is the worst" : nil)
  }

  /// Those that break the bound first, then those nearest to it.
  private func isWorse(_ left: Double, _ right: Double) -> Bool {
    if bound.holds(left) != bound.holds(right) { return !bound.holds(left) }
    let isLower = bound.relation == .more || bound.relation == .atLeast
    return isLower ? left < right : left > right
  }

  /// Hosts without a row have fewer bytes than the last with one.
  private func gap(_ snapshot: Snapshot) -> Phrase? {
    guard let gap = snapshot.gap(snapshot.hosts, "hosts") else { return nil }
    let isOfBytes = field.hasPrefix("bytes") && snapshot.gap("hosts") == nil
    if isOfBytes, bound.isUpper, let last = snapshot.hosts.rows.last,
      bound.holds(Double(last.bytes))
    {
      return nil
    }
    return gap
  }

  private func packets(of host: Host, in snapshot: Snapshot) -> [UInt64] {
    snapshot.conversations.rows.filter {
      $0.firstPacket > 0 && ($0.client == host.address || $0.server == host.address)
    }.map(\.firstPacket).sorted()
  }
}
