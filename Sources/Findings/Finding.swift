package import CaptureFormats
package import Wording

/// What a rule found: what was measured of whom, against which bound, and which packets show it.
package struct Finding: Sendable {
  /// The rule's identifier; stable for ever.
  package var id: String
  package var title: Phrase
  package var group: FindingGroup
  package var severity: Severity
  /// One sentence with the numbers. Text of packets in it is as it came; formats make it safe.
  package var detail: Phrase
  package var measured: Double
  /// The bound that it reached.
  package var threshold: Double
  package var unit: FindingUnit
  package var subject: FindingSubject
  /// Numbers of some packets that show it, the first of all first.
  package var packets: [UInt64]
  /// When it is to be seen, or first is; nil where that is not known.
  package var time: Timestamp?
  /// A Wireshark display filter that shows it.
  package var filter: String
  package var advice: Phrase
  /// The file with some of these packets, from the report's folder; nil where there is none.
  package var evidence: String?
  /// What it makes doubtful.
  package var doubts: Set<CaptureDoubt>

  /// Packet numbers kept with a finding.
  package static let packetLimit = 100

  package init(
    _ rule: any FindingRule.Type, _ severity: Severity, subject: FindingSubject, detail: Phrase,
    measured: Double, threshold: Double, unit: FindingUnit, packets: [UInt64], filter: String,
    doubts: Set<CaptureDoubt> = [], time: Timestamp? = nil
  ) {
    id = rule.id
    title = rule.title
    group = rule.group
    advice = rule.advice
    self.severity = severity
    self.subject = subject
    self.detail = detail
    self.measured = measured
    self.threshold = threshold
    self.unit = unit
    self.packets = Array(packets.prefix(Self.packetLimit))
    self.filter = filter
    self.doubts = doubts
    self.time = time
  }

  package var firstPacket: UInt64? { packets.first }
}
