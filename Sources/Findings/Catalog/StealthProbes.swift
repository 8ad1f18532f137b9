import TrafficAnalysis
package import Wording

/// Ports are probed with segments that open no connection.
package enum StealthProbes: FindingRule {
  package static let id = "stealth-probes"
  package static let title: Phrase = "Ports are probed by odd TCP flags"
  package static let group = FindingGroup.reconnaissance
  package static let definition = """
    Segments of one source without flags, with FIN alone, with FIN, PSH and URG, or with SYN and FIN, that \
    belong to no connection; no stack sends them by itself.
    """
  package static let advice: Phrase =
    "Somebody maps ports or tells the operating system by them; find out who runs it on the source."
  package static let source = "RFC 9293 section 3.10.7.1; Nmap Reference Guide, -sN -sF -sX"
  static let minimum = Threshold(id, "warning", 3, .packets, "of one source")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    let bySource = Dictionary(
      grouping: context.observations.sightings[.stealthProbe], by: \.source)
    return bySource.compactMap { source, probes in
      guard Double(probes.count) >= context[minimum] else { return nil }
      let kinds = Set(probes.map(\.detail)).sorted().compactMap(StealthProbe.init(rawValue:))
      let targets = Set(probes.map(\.destination)).count
      return Finding(
        Self.self, .warning, subject: .host(source),
        detail: """
          \(source) sent \(probes.count) segments with odd flags \
          (\(kinds.map(\.name).joined(separator: ", "))) to \(hosts(targets)), without a connection.
          """,
        measured: Double(probes.count), threshold: context[minimum], unit: .packets,
        packets: probes.map(\.number),
        filter: DisplayFilter.all(DisplayFilter.from(source), odd(kinds)))
    }
  }

  private static func hosts(_ count: Int) -> Phrase { count == 1 ? "a host" : "\(count) hosts" }

  private static func odd(_ kinds: [StealthProbe]) -> String {
    DisplayFilter.any(
      kinds.map { kind in
        switch kind {
        case .null: "tcp.flags & 0x3f == 0"
        case .fin: "tcp.flags & 0x3f == 0x01"
        case .xmas: "tcp.flags & 0x3f == 0x29"
        case .synFIN: "tcp.flags & 0x03 == 0x03"
        }
      })
  }
}
