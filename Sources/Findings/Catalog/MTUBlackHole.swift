import TrafficAnalysis
package import Wording

/// A path drops large segments, and their sender does not learn of it.
package enum MTUBlackHole: FindingRule {
  package static let id = "tcp-mtu-black-hole"
  package static let title: Phrase = "Large segments do not get through"
  package static let group = FindingGroup.transport
  package static let definition = """
    A segment with at least 1200 bytes that was sent again several times and never acknowledged, where \
    smaller ones of the connection got through and none as large did, or where ICMP had said that it was \
    too big.
    """
  package static let advice: Phrase = """
    A link with a smaller MTU (tunnel, VPN, PPPoE) lies between the two: let ICMP "too big" pass, or clamp \
    the MSS there.
    """
  package static let source = "RFC 2923 section 2.1, RFC 8899; RFC 1191, RFC 8201"
  static let minimum = Threshold(id, "warning", 3, .times, "that one segment is sent again")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [
    .packetsMissing, .oneSided, .duplicates, .headersCut,
  ]

  package static func findings(in context: FindingContext) -> [Finding] {
    var found: [FindingSubject: Finding] = [:]
    for segment in context.observations.stuckSegments
    where segment.times > 0 && Double(segment.times) >= context[minimum] {
      let error = tooBig(segment, context)
      guard segment.isLikelyTooBig || error != nil else { continue }
      let finding = finding(segment, context, error)
      // One connection stands for all between the two: that which tried most.
      if let known = found[finding.subject], known.measured >= finding.measured { continue }
      found[finding.subject] = finding
    }
    return Array(found.values)
  }

  /// The first ICMP error that told the sender of a smaller MTU, if it went on all the same.
  private static func tooBig(_ segment: StuckSegment, _ context: FindingContext) -> Sighting? {
    context.observations.sightings[.packetTooBig].first { error in
      error.destination == segment.sender && error.detail < segment.length + 40
        && Double(segment.packets.all.count { $0 > error.number }) >= context[minimum]
    }
  }

  private static func finding(
    _ segment: StuckSegment, _ context: FindingContext, _ error: Sighting?
  ) -> Finding {
    var detail: Phrase =
      """
      \(segment.sender) sent a segment with \(segment.length) bytes to \(segment.receiver) again \
      \(segment.times) times, and it was not acknowledged
      """
    if let error {
      detail += ", although \(error.source) had said by ICMP that it is too big"
      if error.detail > 0 { detail += " for an MTU of \(error.detail)" }
    } else {
      detail += ", while smaller ones were"
    }
    return Finding(
      Self.self, .warning,
      subject: .use(
        client: segment.client, server: segment.server, transport: "tcp", port: segment.port),
      detail: detail + ".", measured: Double(segment.times), threshold: context[minimum],
      unit: .times, packets: (error.map { [$0.number] } ?? []) + segment.packets.all,
      filter: DisplayFilter.all(
        DisplayFilter.from(segment.sender), DisplayFilter.to(segment.receiver),
        DisplayFilter.port("tcp", segment.port), "tcp.analysis.retransmission"))
  }
}
