import CaptureFormats
import Charts
import FoundationEssentials
import Reporting
import TrafficAnalysis

/// `snapshot.json`: what the list of an archive says about one report, and the mark that it is ours.
struct SnapshotRecord: Equatable {
  static let fileName = "snapshot.json"
  static let complete = "complete"
  /// How many points a sparkline has at most.
  static let pointLimit = 60
  private static let schema = "packetpress/snapshot/1"
  /// Several times what we ever write.
  private static let sizeLimit = 64 << 10

  var title: String
  /// When the capture began, by the clock or by its first packet.
  var start: Timestamp
  var durationNanoseconds: Int64
  var packets: UInt64
  var bytes: UInt64
  /// nil where nobody counts.
  var dropped: UInt64?
  /// "complete", or what is wrong.
  var verdict: String
  /// In the busiest bin of the timeline, as the report's summary has it.
  var peakBitsPerSecond: UInt64?
  /// Bits per second over equal spans of the capture.
  var sparkline: [UInt64]

  var isComplete: Bool { verdict == Self.complete }

  /// `remarks` are what the verdict has to say besides what the snapshot knows.
  init(_ snapshot: Snapshot, title: String, start: Timestamp, remarks: [String]) {
    let capture = snapshot.capture
    self.title = title
    self.start = start
    durationNanoseconds = capture.durationNanoseconds
    packets = capture.packets
    bytes = capture.bytes
    dropped = capture.drops
    verdict = Self.verdict(on: capture, remarks)
    let timeline = snapshot.timeline
    peakBitsPerSecond =
      timeline.bytes.count > 1 ? timeline.bytes.max().map { timeline.rate($0, bins: 1) } : nil
    sparkline = timeline.rates(count: Self.pointLimit)
  }

  private static func verdict(on capture: CaptureSummary, _ remarks: [String]) -> String {
    var remarks = remarks
    if let drops = capture.drops, drops > 0 {
      remarks.append("\(Numbers.count(drops, "packet")) lost")
    }
    if capture.files.contains(where: { $0.cutShort != nil }) { remarks.append("cut short") }
    if capture.packets == 0 { remarks.append("no packets") }
    return remarks.isEmpty ? complete : remarks.joined(separator: ", ")
  }
}

// MARK: - JSON

extension SnapshotRecord {
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.field("schema", Self.schema)
      json.field("title", title)
      json.field("start", ExactTime.rfc3339(start))
      json.field("duration_seconds", decimal: ExactTime.seconds(durationNanoseconds))
      json.field("packets", packets)
      json.field("bytes", bytes)
      json.field("dropped", dropped)
      json.field("verdict", verdict)
      json.field("peak_bits_per_second", peakBitsPerSecond)
      json.list("sparkline", sparkline)
    }
    writer.newline()
    return writer.bytes
  }

  private struct Contents: Decodable {
    var schema: String
    var title: String
    var start: String
    var durationSeconds: Double
    var packets: UInt64
    var bytes: UInt64
    var dropped: UInt64?
    var verdict: String
    var peakBitsPerSecond: UInt64?
    var sparkline: [UInt64]
  }

  /// nil unless it is a record as we write them.
  init?(path: String) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let bytes = Folder.contents(of: path, limit: Self.sizeLimit),
      let contents = try? decoder.decode(Contents.self, from: Data(bytes)),
      contents.schema == Self.schema, let start = TimeArgument(argument: contents.start)?.time,
      (0..<9e9).contains(contents.durationSeconds), contents.sparkline.count <= Self.pointLimit
    else { return nil }
    title = contents.title
    self.start = start
    durationNanoseconds = Int64((contents.durationSeconds * 1e9).rounded())
    packets = contents.packets
    self.bytes = contents.bytes
    dropped = contents.dropped
    verdict = contents.verdict
    peakBitsPerSecond = contents.peakBitsPerSecond
    sparkline = contents.sparkline
  }
}

extension Timeline {
  /// Bits per second over spans of equal length, at most `count` of them.
  fileprivate func rates(count: Int) -> [UInt64] {
    let width = max(1, (bytes.count + count - 1) / count)
    return stride(from: 0, to: bytes.count, by: width).map { start in
      let span = bytes[start..<min(start + width, bytes.count)]
      return rate(span.reduce(0) { $0.addingReportingOverflow($1).partialValue }, bins: span.count)
    }
  }

  fileprivate func rate(_ bytes: UInt64, bins: Int) -> UInt64 {
    UInt64(clamping: Int128((Double(bytes) * 8 / (Double(bins) * binSeconds)).rounded()))
  }
}
