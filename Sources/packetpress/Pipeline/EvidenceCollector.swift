import Anonymization
import CaptureFormats
import Findings
import Reporting

/// Puts the packets that findings name into files.
struct EvidenceCollector {
  /// All files together; what goes past it is left out.
  private static let byteLimit = 64 << 20

  /// Nil where packets are shown as they are.
  private let anonymizer: Anonymizer?
  private var packets: [EvidenceFile?]
  /// Places of the findings that want a packet, by its number.
  private var wanted: [UInt64: [Int]] = [:]
  private var byteCount = 0
  /// When the packets that were found came.
  private var times: [UInt64: Timestamp] = [:]

  init(_ judgement: Judgement, _ anonymizer: Anonymizer? = nil) {
    self.anonymizer = anonymizer
    packets = zip(judgement.findings, EvidenceName.paths(of: judgement.findings)).map {
      finding, path in
      path.map {
        EvidenceFile(
          path: $0, comment: SafeText.visible("\(finding.id): \(finding.detail)", limit: 500),
          application: "Packetpress \(PacketpressCommand.version)")
      }
    }
    for (place, finding) in judgement.findings.enumerated() where packets[place] != nil {
      for number in finding.packets { wanted[number, default: []].append(place) }
    }
  }

  /// Of the packets that are wanted, in order.
  var numbers: [UInt64] { wanted.keys.sorted() }

  /// Reads captures again; those that cannot be, as standard input, give nothing.
  mutating func collect(_ captures: CaptureSet, selection: PacketSelection) {
    guard let last = wanted.keys.max(), !captures.paths.contains("-") else { return }
    let reader = CaptureReader(captures, selection: selection, isSilent: true)
    let block = PacketBlock()
    while reader.next(into: block) {
      for record in block.records { add(record, in: block.bytes) }
      guard let number = block.records.last?.number, number < last else { return }
    }
  }

  /// Takes a packet if it is wanted; each file's have to come in order.
  mutating func add(_ record: PacketRecord, in bytes: [UInt8]) {
    guard let places = wanted[record.number] else { return }
    if record.hasTime { times[record.number] = record.time }
    let (record, bytes) = anonymizer?.packet(record, in: bytes) ?? (record, bytes)
    for place in places where byteCount < Self.byteLimit {
      packets[place]?.add(record, in: bytes)
      byteCount += record.capturedLength
    }
  }

  /// The files that have a packet; `judgement` is told where each finding's are.
  func files(for judgement: inout Judgement) -> [ReportFile] {
    let files = packets.map { file in
      file.flatMap { $0.isEmpty ? nil : ReportFile(path: $0.path, bytes: $0.bytes) }
    }
    judgement.setEvidence(files.map { $0?.path })
    judgement.setTimes { times[$0] }
    return files.compactMap { $0 }
  }
}
