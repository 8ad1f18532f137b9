import TrafficAnalysis
package import Wording

/// Much of what a host sends to another has to be sent again.
package enum Retransmissions: FindingRule {
  package static let id = "tcp-retransmissions"
  package static let title: Phrase = "Segments are sent again"
  package static let group = FindingGroup.transport
  package static let definition = """
    Segments that one host sent again to another on one port of a service, of all segments it sent there.
    """
  package static let advice: Phrase = """
    Look for loss on the path (errors and drops of interfaces, duplex, Wi-Fi, a full queue) between the two.
    """
  package static let source = "Wireshark User's Guide, TCP Analysis: TCP Retransmission"
  static let warning = Threshold(id, "warning", 2, .percent, "of the segments, for a warning")
  static let error = Threshold(id, "error", 5, .percent, "of the segments, for an error")
  static let warningCount = Threshold(
    id, "warning-minimum", 20, .packets, "sent again, for a warning")
  static let errorCount = Threshold(id, "error-minimum", 50, .packets, "sent again, for an error")
  package static let thresholds = [warning, error, warningCount, errorCount]
  package static let isHeldBackBy: Set<CaptureDoubt> = [
    .packetsMissing, .oneSided, .duplicates, .headersCut,
  ]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.paths.compactMap { path in
      let share = percent(path.retransmissions, of: path.packets)
      guard let bound = severity(share, path.retransmissions, context) else { return nil }
      let numbers = context.packets(.retransmission) {
        $0.source == path.sender && $0.destination == path.receiver
          && (path.isFromServer ? $0.sourcePort : $0.destinationPort) == path.port
      }
      return Finding(
        Self.self, bound.severity,
        subject: .use(
          client: path.client, server: path.server, transport: "tcp", port: path.port),
        detail: """
          \(path.sender) sent \(path.retransmissions) of \(path.packets) segments to \
          \(path.receiver) again.
          """,
        measured: share, threshold: bound.bound, unit: .percent, packets: numbers,
        filter: DisplayFilter.all(
          DisplayFilter.from(path.sender), DisplayFilter.to(path.receiver),
          DisplayFilter.port("tcp", path.port), "tcp.analysis.retransmission"))
    }
  }

  private static func severity(
    _ share: Double, _ count: UInt64, _ context: FindingContext
  ) -> (severity: Severity, bound: Double)? {
    if share >= context[error], Double(count) >= context[errorCount] {
      return (.error, context[error])
    }
    guard share >= context[warning], Double(count) >= context[warningCount] else { return nil }
    return (.warning, context[warning])
  }
}
