import Anonymization
import CaptureFormats
import Charts
import Findings
import Reporting

/// Evidence of a capture on a wire, out of the packets that went by lately.
///
/// What a finding names is kept from the first time that it is judged; what went by long before is not
/// there any more.
final class LiveEvidence {
  private struct Packet {
    var record: PacketRecord
    var bytes: [UInt8]
  }

  private let backlog: PacketBacklog
  /// Nil where packets are shown as they are.
  private let anonymizer: Anonymizer?
  /// Packets that findings name, by number.
  private var kept: [UInt64: Packet] = [:]
  private let byteLimit: Int

  /// Keeps half as much as `backlog` besides.
  init(_ backlog: PacketBacklog, _ anonymizer: Anonymizer?) {
    self.backlog = backlog
    self.anonymizer = anonymizer
    byteLimit = backlog.byteLimit / 2
  }

  /// What evidence takes in all; nothing without a backlog.
  static func byteLimit(of backlog: PacketBacklog?) -> Int { (backlog?.byteLimit ?? 0) / 2 * 3 }

  /// What is said where packets are missing in the evidence of so many findings.
  static func notice(_ incomplete: Int) -> String {
    "Of \(Numbers.count(UInt64(incomplete), "finding")) not all packets are in the evidence: they had "
      + "gone by when it was found."
  }

  /// The files, which the findings then name; and of how many findings not all packets are in them.
  func files(for judgement: inout Judgement) -> (files: [ReportFile], incomplete: Int) {
    var collector = EvidenceCollector(judgement, anonymizer)
    keep(collector.numbers)
    for number in collector.numbers {
      if let packet = kept[number] { collector.add(packet.record, in: packet.bytes) }
    }
    let incomplete = zip(judgement.findings, EvidenceName.paths(of: judgement.findings)).count {
      finding, path in path != nil && finding.packets.contains { kept[$0] == nil }
    }
    return (collector.files(for: &judgement), incomplete)
  }

  /// Lets go of packets that nobody names any more, and takes those that are named anew.
  private func keep(_ numbers: [UInt64]) {
    let wanted = Set(numbers)
    kept = kept.filter { wanted.contains($0.key) }
    var byteCount = kept.values.reduce(0) { $0 + $1.bytes.count }
    let batches = backlog.batches
    for number in numbers where kept[number] == nil && byteCount < byteLimit {
      guard let packet = Self.packet(number, in: batches) else { continue }
      kept[number] = packet
      byteCount += packet.bytes.count
    }
  }

  private static func packet(_ number: UInt64, in batches: [PacketBacklog.Batch]) -> Packet? {
    let place = batches.place { ($0.records.last?.number ?? 0) >= number }
    guard place < batches.count else { return nil }
    let batch = batches[place]
    let index = batch.records.place { $0.number >= number }
    guard index < batch.records.count, batch.records[index].number == number else { return nil }
    var record = batch.records[index]
    let bytes = Array(batch.bytes[record.offset..<record.offset + record.capturedLength])
    record.offset = 0
    return Packet(record: record, bytes: bytes)
  }
}

extension Array {
  /// The first place from which on `isBehind` is true, by halving.
  fileprivate func place(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
