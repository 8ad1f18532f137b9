import TrafficAnalysis
package import Wording

/// A receiver does not keep up with what it is sent.
package enum ZeroWindows: FindingRule {
  package static let id = "tcp-zero-window"
  package static let title: Phrase = "A receiver does not keep up"
  package static let group = FindingGroup.transport
  package static let definition = """
    The longest time for which a host kept its receive window to another closed while that tried to send, \
    or how often it closed it in one connection.
    """
  package static let advice: Phrase =
    "The program on the receiving host reads too slowly; look at its load, not at the network."
  package static let source =
    "Wireshark User's Guide, TCP Analysis: TCP ZeroWindow; RFC 9293 section 3.8.6"
  static let stall = Threshold(id, "stall", 1, .seconds, "closed")
  static let minimum = Threshold(id, "warning", 3, .times, "in one connection")
  package static let thresholds = [stall, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.duplicates, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.paths.compactMap { path in
      let seconds = Double(path.longestStall) / 1e9
      if path.longestStall > 0, seconds >= context[stall] {
        return finding(
          path, context, measured: seconds, bound: stall,
          """
          kept its window to \(path.sender) closed for \(oneDecimal(seconds)) s while that tried to \
          send.
          """)
      }
      guard path.mostClosings > 0, Double(path.mostClosings) >= context[minimum] else { return nil }
      return finding(
        path, context, measured: Double(path.mostClosings), bound: minimum,
        "closed its window to \(path.sender) \(path.mostClosings) times in one connection.")
    }
  }

  private static func finding(
    _ path: PathHealth, _ context: FindingContext, measured: Double, bound: Threshold,
    _ what: Phrase
  ) -> Finding {
    let numbers = context.packets(.zeroWindow) {
      $0.source == path.receiver && $0.destination == path.sender
        && (path.isFromServer ? $0.destinationPort : $0.sourcePort) == path.port
    }
    let first = path.longestStall > 0 && bound == stall ? [path.stallPacket] : []
    return Finding(
      Self.self, .warning,
      subject: .use(client: path.client, server: path.server, transport: "tcp", port: path.port),
      detail: "\(path.receiver) \(what)", measured: measured, threshold: context[bound],
      unit: bound.unit, packets: first + numbers.filter { !first.contains($0) },
      filter: DisplayFilter.all(
        DisplayFilter.from(path.receiver), DisplayFilter.to(path.sender),
        DisplayFilter.port("tcp", path.port), "tcp.analysis.zero_window"))
  }
}
