/// On how many captures measures agree, by groups of them.
struct OracleScore {
  /// Measures of one kind.
  enum Group: String, CaseIterable {
    case capture, endpoints, protocols, tcp, dns, http, tls

    init(_ measure: Measure) {
      let endpoints = ["tcp five-tuples", "udp five-tuples", "packets sent by host"]
      let kind = measure.name.prefix { $0 != " " }
      if endpoints.contains(measure.name) {
        self = .endpoints
      } else if kind == "protocol" {
        self = .protocols
      } else {
        self = Group(rawValue: String(kind)) ?? .capture
      }
    }
  }

  private var agreeing: [Group: Int] = [:]
  private var compared: [Group: Int] = [:]
  private var captures = 0
  private var captureAgreeingInAll = 0
  /// Captures that the program gave no report of.
  private(set) var failures: [String] = []

  mutating func add(_ measures: [Measure]) {
    captures += 1
    if measures.allSatisfy(\.agrees) { captureAgreeingInAll += 1 }
    for measure in measures {
      let group = Group(measure)
      compared[group, default: 0] += 1
      if measure.agrees { agreeing[group, default: 0] += 1 }
    }
  }

  mutating func addFailure(_ text: String) { failures.append(text) }

  /// Per cent of the measures of a group.
  func rate(_ group: Group) -> Double { Self.rate(agreeing[group] ?? 0, compared[group] ?? 0) }

  /// Per cent of the captures.
  var rateOfCaptures: Double { Self.rate(captureAgreeingInAll, captures) }

  private static func rate(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 100 : 100 * Double(part) / Double(whole)
  }
}
