import TrafficAnalysis
package import Wording

/// Packets were damaged on their way.
package enum ChecksumErrors: FindingRule {
  package static let id = "checksum-errors"
  package static let title: Phrase = "Packets have wrong checksums"
  package static let group = FindingGroup.transport
  package static let definition = """
    Packets of one host with a wrong checksum of IPv4, TCP or UDP, of those in a sample that were captured \
    whole. Checksums that an adapter fills in later do not count, nor does a host of which more than the \
    most are wrong: that is offloading, or a capture that was edited.
    """
  package static let advice: Phrase = """
    Something between the host and the capture damages packets: look for a bad cable, transceiver, port \
    or memory of a router on the way.
    """
  package static let source = "RFC 1071; Wireshark User's Guide, TCP/IP checksums"
  static let minimum = Threshold(id, "warning", 3, .packets, "with a wrong checksum")
  static let sample = Threshold(id, "sample", 30, .packets, "looked at, at least")
  static let most = Threshold(id, "most", 20, .percent, "wrong, at most")
  package static let thresholds = [minimum, sample, most]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.wrongChecksums.compactMap { host in
      let kinds = [
        ("IPv4", host.headers, "ip.checksum.status == Bad"),
        ("TCP", host.tcp, "tcp.checksum.status == Bad"),
        ("UDP", host.udp, "udp.checksum.status == Bad"),
      ].filter { $0.1.wrong > 0 }
      // If one kind looks like offloading, the others may be parts of the same.
      guard kinds.allSatisfy({ percent($0.1.wrong, of: $0.1.verified) <= context[most] }),
        let worst = kinds.max(by: { $0.1.wrong < $1.1.wrong }),
        Double(worst.1.wrong) >= context[minimum], Double(worst.1.verified) >= context[sample]
      else { return nil }
      return Finding(
        Self.self, .warning, subject: .host(host.source),
        detail:
          """
          \(worst.1.wrong) of \(worst.1.verified) packets of \(host.source) that were looked at \
          have a wrong \(worst.0) checksum.
          """,
        measured: Double(worst.1.wrong), threshold: context[minimum], unit: .packets,
        packets: host.packets.all,
        filter: DisplayFilter.all(DisplayFilter.from(host.source), worst.2))
    }
  }
}
