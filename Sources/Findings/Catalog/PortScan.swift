import TrafficAnalysis
package import Wording

/// Somebody looks for services of a host.
package enum PortScan: FindingRule {
  package static let id = "port-scan"
  package static let title: Phrase = "Ports are scanned"
  package static let group = FindingGroup.reconnaissance
  package static let definition = """
    Different TCP ports of one host to which one source tried to connect in vain (no answer, a reset, or a \
    handshake that was not completed) within 5 minutes.
    """
  package static let advice: Phrase =
    "Find out who runs the scan on the source; if nobody knows of it, see what it found open."
  package static let source = "Zeek's policy/misc/scan.zeek, Scan::Port_Scan"
  static let minimum = Threshold(
    id, "warning", Double(ScanSurvey.scanTargets), .ports, "within 5 minutes")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.oneSided, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.scans.ports.compactMap { scan in
      guard Double(scan.ports) >= context[minimum] else { return nil }
      return Finding(
        Self.self, .warning, subject: .pair(scan.client, scan.server),
        detail:
          """
          \(scan.client) tried \(scan.ports) TCP ports of \(scan.server) within 5 minutes, in \
          vain.
          """,
        measured: Double(scan.ports), threshold: context[minimum], unit: .ports,
        packets: scan.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.from(scan.client), DisplayFilter.to(scan.server),
          "tcp.flags.syn == 1 && tcp.flags.ack == 0"))
    }
  }
}
