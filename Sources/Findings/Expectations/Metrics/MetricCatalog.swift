/// Every number that expectations can be about; a new one is a line in one of its tables.
package enum MetricCatalog {
  package static let all: [Metric] = groups.flatMap(\.metrics)

  /// In the order of the documentation.
  package static let groups: [(title: String, metrics: [Metric])] = [
    ("The capture", capture), ("Protocols", protocols), ("Hosts and conversations", hosts),
    ("TCP", tcp), ("DNS", dns), ("HTTP", http), ("TLS and QUIC", tls), ("RTP", rtp),
    ("ARP, ICMP and fragments", link), ("Findings", findings),
  ]

  /// The metric that goes by `name`, and what stands for the `*` in it.
  package static func metric(
    _ name: String, line: Int?
  ) throws(ExpectationProblem) -> (metric: Metric, parameter: String) {
    for metric in all {
      if let parameter = metric.parameter(in: name) { return (metric, parameter) }
    }
    throw ExpectationProblem(
      line: line, no: "metric", called: name, among: all.flatMap(\.names))
  }
}
