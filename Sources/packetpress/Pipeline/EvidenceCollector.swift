import CaptureFormats
import Findings
import Reporting

/// Copies the packets that findings name out of the captures, which are read again for it.
struct EvidenceCollector {
  /// All files together; what goes past it is left out.
  private static let byteLimit = 64 << 20

  private var files: [EvidenceFile?]
  /// Places of the findings that want a packet, by its number.
  private var wanted: [UInt64: [Int]] = [:]
  private var byteCount = 0
  /// When the packets that were found came.
  private(set) var times: [UInt64: Timestamp] = [:]

  init(_ judgement: Judgement, application: String) {
    files = zip(judgement.findings, EvidenceName.paths(of: judgement.findings)).map {
      finding, path in
      path.map {
        EvidenceFile(
          path: $0, comment: SafeText.visible("\(finding.id): \(finding.detail)", limit: 500),
          application: application)
      }
    }
    for (place, finding) in judgement.findings.enumerated() where files[place] != nil {
      for number in finding.packets { wanted[number, default: []].append(place) }
    }
  }

  /// Where captures cannot be read again, as from standard input, there is no evidence.
  mutating func collect(_ captures: CaptureSet, selection: PacketSelection) {
    guard let last = wanted.keys.max(), !captures.paths.contains("-") else { return }
    let reader = CaptureReader(captures, selection: selection, isSilent: true)
    let block = PacketBlock()
    while reader.next(into: block) {
      for record in block.records { add(record, in: block.bytes) }
      guard let number = block.records.last?.number, number < last else { return }
    }
  }

  private mutating func add(_ record: PacketRecord, in bytes: [UInt8]) {
    guard let places = wanted[record.number] else { return }
    if record.hasTime { times[record.number] = record.time }
    for place in places where byteCount < Self.byteLimit {
      files[place]?.add(record, in: bytes)
      byteCount += record.capturedLength
    }
  }

  /// What was collected; nil for findings without a packet.
  var results: [ReportFile?] {
    files.map { file in
      file.flatMap { $0.isEmpty ? nil : ReportFile(path: $0.path, bytes: $0.bytes) }
    }
  }
}
