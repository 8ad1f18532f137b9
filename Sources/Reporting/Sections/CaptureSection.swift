import CaptureFormats
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The files, what was read of them, and what is missing.
struct CaptureSection: ReportSection {
  static let id: String = "capture"
  static let title: Phrase = "Capture and its quality"

  private let context: ReportContext
  private var capture: CaptureSummary { context.capture }

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard !context.capture.files.isEmpty || context.capture.accounting.read > 0 else {
      throw SectionSkipped("nothing was read")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    let problems = CaptureQuality(context).problems
    var blocks: [ReportBlock] = [.lead(lead(problems))]
    blocks += problems.count > 1 ? [.list(Array(problems.dropFirst()))] : []
    blocks += [.facts(facts)]
    blocks += capture.files.isEmpty ? [] : [.table(files)]
    blocks += interfaces.rows.isEmpty ? [] : [.table(interfaces)]
    return blocks + comments
  }

  /// With the worst that is wrong; the rest follows as a list.
  private func lead(_ problems: [InlineText]) -> InlineText {
    let count = capture.accounting.read
    let origin =
      context.options.live.map { "\($0.source)" }
      ?? Words.counted(UInt64(capture.files.count), "file")
    let read: InlineText = "\(Words.counted(count, "packet")) read from \(origin)"
    guard let worst = problems.first else {
      guard count > 0 else { return "No packets to account for in \(origin)." }
      return read
        + (count == 1
          ? ", which is accounted for, and nothing amiss."
          : ", every one of them accounted for, and nothing amiss.")
    }
    let more = problems.count - 1
    let rest: InlineText =
      more > 0 ? " \(Words.counted(UInt64(more), "more remark")) below." : ""
    return (count > 0 ? read + ". " : "No packets were read from \(origin). ") + worst + rest
  }

  private var facts: [ReportBlock.Fact] {
    let accounting = capture.accounting
    let sum = [
      (accounting.decoded, "decoded"), (accounting.filteredOut, "filtered out"),
      (accounting.undecoded, "not decoded"), (accounting.malformed, "malformed"),
    ]
    let parts = sum.map { part -> Phrase in "\(Words.count(part.0)) \(part.1)" }
      .joined(separator: " + ")
    return [
      .init("Filter", capture.filter.map { "\(mono: $0)" } ?? "none"),
      .init("Packets", "\(Words.count(accounting.read)) read = \(parts)"),
      .init("Captured", "\(captured)"),
      .init(
        "First packet", "\(capture.firstPacket.map { context.time($0, precise: true) } ?? "–")"),
      .init("Last packet", "\(capture.lastPacket.map { context.time($0, precise: true) } ?? "–")"),
      .init("Duration", "\(ExactTime.seconds(capture.durationNanoseconds)) s"),
      .init("Drops", "\(capture.drops.map { "\(Words.count($0))" } ?? noDrops)"),
    ]
  }

  private var noDrops: Phrase {
    context.options.live == nil ? "not recorded in the files" : "not counted"
  }

  private var captured: Phrase {
    let part = Words.percent(share(capture.capturedBytes, of: capture.bytes))
    let sum: Phrase =
      "\(Words.count(capture.capturedBytes)) of \(Words.count(capture.bytes)) bytes"
    return capture.bytes > 0 ? "\(sum) (\(part))" : sum
  }

  private var files: ReportTable {
    var table = ReportTable(
      id: "files", caption: "Capture files",
      columns: [
        .text("File", mono: true), .text("Format"), .text("Link types"), .number("Packets"),
        .number("Size on disk"), .text("Time"), .number("Snap length", unit: "bytes"),
        .text("SHA-256", mono: true),
      ])
    table.fill(capture.files, top: context.options.top, noun: "file") { file in
      [
        Cell(file.name), Cell(format(file)),
        Cell(file.linkTypes.joined(separator: ", ")), .count(file.packets),
        .bytes(file.bytesOnDisk), Cell(file.timePrecision),
        Cell(file.snapLength == 0 ? "no limit" : "\(Words.count(UInt64(file.snapLength)))"),
        Cell(file.sha256.map { String($0.prefix(16)) + "…" } ?? "–", explanation: file.sha256),
      ]
    } others: { rest in
      ["", "", .count(rest?.map(\.packets).clampedSum), "", "", "", ""]
    }
    return table
  }

  private typealias Cell = ReportTable.Cell

  private func format(_ file: CaptureFileSummary) -> String {
    file.compression == "none" ? file.format : "\(file.format), \(file.compression)"
  }

  private var interfaces: ReportTable {
    var table = ReportTable(
      id: "interfaces", caption: "Interfaces",
      columns: [
        .text("Interface", mono: true), .text("Description"), .text("Link type"),
        .number("Received", unit: "packets"), .number("Dropped", unit: "packets"),
      ])
    let all = capture.files.flatMap(\.interfaces).filter { $0.name != nil || $0.received != nil }
    table.fill(all, top: context.options.top, noun: "interface") { interface in
      [
        Cell(interface.name ?? "–"), Cell(interface.description ?? "–"), Cell(interface.linkType),
        .count(interface.received), .count(interface.dropped),
      ]
    } others: { _ in
      ["", "", "–", "–"]
    }
    return table
  }

  private var comments: [ReportBlock] {
    let comments = capture.files.flatMap(\.comments).prefix(10).map { InlineText("“\($0)”") }
    let writers = capture.files.flatMap(\.writtenBy).prefix(5).map { InlineText("\($0)") }
    var blocks: [ReportBlock] = []
    if !writers.isEmpty {
      blocks += [.heading("Written by", anchor: "written-by"), .list(Array(writers))]
    }
    if !comments.isEmpty {
      blocks += [.heading("Comments in the files", anchor: "comments"), .list(Array(comments))]
    }
    return blocks
  }
}
