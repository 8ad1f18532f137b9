import TrafficAnalysis

/// A receiver does not keep up with what it is sent.
package enum ZeroWindows: FindingRule {
  package static let id = "tcp-zero-window"
  package static let title = "A receiver does not keep up"
  package static let group = FindingGroup.transport
  package static let definition = """
    The most segments of one connection with which a host closed its receive window to another.
    """
  package static let advice =
    "The program on the receiving host reads too slowly; look at its load, not at the network."
  package static let source =
    "Wireshark User's Guide, TCP Analysis: TCP ZeroWindow; RFC 9293 section 3.8.6"
  static let minimum = Threshold(id, "warning", 3, .times, "in one connection")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.duplicates, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.paths.compactMap { path in
      let most = path.mostZeroWindows
      guard most > 0, Double(most) >= context[minimum] else { return nil }
      let numbers = context.packets(.zeroWindow) {
        $0.source == path.receiver && $0.destination == path.sender
          && (path.isFromServer ? $0.destinationPort : $0.sourcePort) == path.port
      }
      return Finding(
        Self.self, .warning,
        subject: .use(
          client: path.client, server: path.server, transport: "tcp", port: path.port),
        detail: "\(path.receiver) closed its window to \(path.sender) \(path.zeroWindows) times, "
          + "\(most) of them in one connection.",
        measured: Double(most), threshold: context[minimum], unit: .times, packets: numbers,
        filter: DisplayFilter.all(
          DisplayFilter.from(path.receiver), DisplayFilter.to(path.sender),
          DisplayFilter.port("tcp", path.port), "tcp.analysis.zero_window"))
    }
  }
}
