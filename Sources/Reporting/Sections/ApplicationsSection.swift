import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Every application that was recognised, and what was read of those without a section of their own.
struct ApplicationsSection: ReportSection {
  static let id: String = "applications"
  static let title: Phrase = "Applications"

  private let context: ReportContext
  private let applications: [ApplicationSummary]

  init(_ context: ReportContext) throws(SectionSkipped) {
    applications = context.snapshot.applications
    guard !applications.isEmpty else {
      throw SectionSkipped("no application was recognised in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    [.lead(lead), .table(overview)] + media
      + applications.filter { !$0.fields.isEmpty }.map { .table(values(of: $0)) }
  }

  private var lead: InlineText {
    let count = Words.counted(UInt64(applications.count), "application")
    let all = applications.map(\.bytes).clampedSum
    guard let first = applications.max(by: { $0.bytes < $1.bytes }), all > 0 else {
      return "\(count) recognised by content or port."
    }
    guard applications.count > 1 else {
      let part = Words.percent(share(first.bytes, of: context.capture.bytes))
      return "\(count) recognised by content or port: \(first.name), with \(part) of the bytes."
    }
    let part = Words.percent(share(first.bytes, of: all))
    return "\(count) recognised by content or port; \(first.name) has \(part) of their bytes."
  }

  private var overview: ReportTable {
    let trends = Trends(context)
    let cells = applications.prefix(max(1, context.options.top)).compactMap { application in
      trends.cell(of: trends.bytes(of: [application.protocolName]))
    }
    let drawn = cells.contains { $0.trend != nil } ? cells : nil
    var table = ReportTable(
      id: "applications-table", caption: "Applications by bytes of their conversations",
      columns: [
        .text("Application"), .number("Conversations"), .number("Packets"), .number("Bytes"),
        .share(),
      ] + Trends.columns(drawn, "Bytes over time"), csv: "applications")
    table.fill(applications, top: context.options.top, noun: "application") { application in
      [ReportTable.Cell(application.name)] + numbers([application])
    } others: { rest in
      rest.map(numbers) ?? ["–", "–", "–", "–"]
    }
    table.add(drawn)
    return table
  }

  private func numbers(_ list: [ApplicationSummary]) -> [ReportTable.Cell] {
    let bytes = list.map(\.bytes).clampedSum
    return [
      .count(list.map(\.conversations).clampedSum), .count(list.map(\.packets).clampedSum),
      .bytes(bytes), .share(bytes, of: applications.map(\.bytes).clampedSum),
    ]
  }

  /// The streams of RTP, if there are any.
  private var media: [ReportBlock] {
    let streams = context.snapshot.rtpStreams
    guard !streams.rows.isEmpty else { return [] }
    var table = ReportTable(
      id: "rtp-streams", caption: "RTP streams by packets",
      columns: [
        .text("From", mono: true), .text("To", mono: true), .text("SSRC", mono: true),
        .text("Codecs"), .number("Packets"), .number("Lost"), .number("Mean jitter"),
        .number("Most"),
      ], csv: "rtp_streams")
    table.fill(streams, top: context.options.top, noun: "stream") { stream in
      [
        ReportTable.Cell(Words.endpoint(stream.source, stream.sourcePort)),
        ReportTable.Cell(Words.endpoint(stream.destination, stream.destinationPort)),
        ReportTable.Cell(stream.synchronizationSourceText),
        ReportTable.Cell(stream.codecs.joined(separator: ", ")), .count(stream.packets),
        ReportTable.Cell(
          Words.count(stream.lost),
          explanation: "\(Words.percent(share(stream.lost, of: stream.expected)))"),
        duration(stream.jitterNanoseconds), duration(stream.maximumJitterNanoseconds),
      ]
    } others: { rest in
      ["–", "–", "–", .count(rest?.map(\.packets).clampedSum)]
        + [.count(rest?.map(\.lost).clampedSum), "–", "–"]
    }
    return [.table(table)]
  }

  private func duration(_ nanoseconds: Int64?) -> ReportTable.Cell {
    ReportTable.Cell(nanoseconds.map { Words.duration($0) } ?? "–")
  }

  /// The most frequent values of each field.
  private func values(of application: ApplicationSummary) -> ReportTable {
    var table = ReportTable(
      id: "applications-\(application.protocolName)", caption: "\(application.name)",
      columns: [.text("Field"), .text("Value", mono: true), .number("Times")],
      csv: "application_values")
    for field in application.fields {
      let shown = field.values.rows.prefix(max(1, context.options.top))
      for (place, value) in shown.enumerated() {
        table.rows.append([
          ReportTable.Cell(
            place == 0 ? Phrase(message: field.title) : "", explanation: "\(field.name)"),
          ReportTable.Cell(value.name), .count(value.count),
        ])
      }
      let rest = field.values.total - shown.count
      guard rest > 0 else { continue }
      table.rows.append(["", "\(Words.counted(UInt64(rest), "other value"))", "–"])
    }
    return table
  }
}
