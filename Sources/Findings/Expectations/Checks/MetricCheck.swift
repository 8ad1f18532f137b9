internal import Wording

/// `check: tcp.retransmissions.share < 1 %`.
struct MetricCheck: ExpectationCheck {
  let metric: Metric
  private let name: String
  private let parameter: String
  private let bound: Bound

  init(_ text: String, line: Int?) throws(ExpectationProblem) {
    guard let found = Relation.first(in: text), !found.before.isEmpty else {
      throw ExpectationProblem(
        line: line, "'\(text)' compares nothing; write a metric and a bound: packets >= 100")
    }
    name = found.before
    (metric, parameter) = try MetricCatalog.metric(name, line: line)
    bound = try Bound(found.relation, found.behind, of: metric.kind, line: line)
  }

  var title: String { "\(name) \(bound.expected)" + (bound.unitText.map { " \($0)" } ?? "") }
  var expected: String { bound.expected }
  var unit: String? { bound.unitText ?? (metric.noun.isEmpty ? nil : metric.noun) }

  func outcome(on grounds: Grounds) -> CheckOutcome {
    switch metric.value(in: grounds, parameter: parameter) {
    case .absent(let reason): return CheckOutcome(.open(reason), measured: "nothing", unit: nil)
    case .measured(let value):
      let doubt = metric.reliance.doubt(
        grounds.shortfalls, isSettled: bound.isSettled(from: value))
      let packets = metric.sighting.map { grounds.packets($0) } ?? []
      return CheckOutcome(bound, value, noun: metric.noun, doubt: doubt, packets: packets)
    }
  }
}
