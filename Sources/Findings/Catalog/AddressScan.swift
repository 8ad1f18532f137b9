import TrafficAnalysis
package import Wording

/// Somebody looks for hosts with a certain service.
package enum AddressScan: FindingRule {
  package static let id = "address-scan"
  package static let title: Phrase = "Addresses are scanned"
  package static let group = FindingGroup.reconnaissance
  package static let definition = """
    Different hosts to which one source tried to connect on the same TCP port in vain (no answer, a reset, \
    or a handshake that was not completed) within 5 minutes.
    """
  package static let advice: Phrase =
    "Find out what runs on the source: an inventory or a monitor is fine, a worm or an intruder is not."
  package static let source = "Zeek's policy/misc/scan.zeek, Scan::Address_Scan"
  static let minimum = Threshold(
    id, "warning", Double(ScanSurvey.scanTargets), .hosts, "within 5 minutes")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.oneSided, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.scans.addresses.compactMap { scan in
      guard Double(scan.hosts) >= context[minimum] else { return nil }
      return Finding(
        Self.self, .warning, subject: .host(scan.client),
        detail:
          """
          \(scan.client) tried to connect to port \(scan.port) of \(scan.hosts) hosts within 5 \
          minutes, in vain.
          """,
        measured: Double(scan.hosts), threshold: context[minimum], unit: .hosts,
        packets: scan.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.from(scan.client), "tcp.dstport == \(scan.port)",
          "tcp.flags.syn == 1 && tcp.flags.ack == 0"))
    }
  }
}
