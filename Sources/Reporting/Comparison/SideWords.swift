import Charts
import Findings
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What a comparison says of one of its captures.
struct SideWords {
  private let side: ComparedCapture
  private let role: Phrase
  private let context: ReportContext
  private var capture: CaptureSummary { side.snapshot.capture }

  /// Remarks told in the summary, the rest is in a report of the capture itself.
  private static let remarkLimit = 4

  init(_ side: ComparedCapture, role: Phrase, options: ReportOptions) {
    self.side = side
    self.role = role
    context = ReportContext(side.snapshot, options: options, figures: [])
  }

  var name: Phrase { context.captureName }

  /// "Base: 12 s from 1 May 2026, 10:32:05 UTC".
  var span: Phrase {
    guard let first = capture.firstPacket else { return "\(role): no packets" }
    return "\(role): \(Words.duration(capture.durationNanoseconds)) from \(context.time(first))"
  }

  var packets: KeyFigure {
    KeyFigure(
      "\(role): packets", Words.count(capture.packets),
      detail: "\(Words.bytes(capture.bytes)) in \(Words.duration(capture.durationNanoseconds))")
  }

  /// Why the capture may not show what happened.
  var warnings: [ReportBlock] {
    let remarks =
      capture.packets == 0
      ? ["\(strong: role): the capture holds no packets." as InlineText]
      : side.qualityFindings.map { "\(strong: role): \($0.title). \($0.detail)" }
    return remarks.prefix(Self.remarkLimit).map(ReportBlock.warning)
  }

  /// Tables that do not hold everything.
  var cut: [ReportBlock] {
    guard !side.cutTables.isEmpty else { return [] }
    return [
      .warning(
        """
        \(strong: role): these tables do not hold all that was seen, so that something may be \
        called new or gone that was there: \(side.cutTables.map { Phrase(message: $0) }.joined(separator: ", ")).
        """)
    ]
  }

  /// The same measures in the same order for every capture.
  var measures: [(name: Phrase, value: Phrase)] {
    let snapshot = side.snapshot
    let tcp = snapshot.tcp
    return [
      ("Packets", "\(Words.count(capture.packets))"), ("Bytes", "\(Words.bytes(capture.bytes))"),
      ("Duration", "\(Words.duration(capture.durationNanoseconds))"),
      (
        "Average rate",
        Words.bitRate(bytes: capture.bytes, nanoseconds: capture.durationNanoseconds)
          .map { "\($0)" } ?? "–"
      ),
      ("Hosts", "\(Words.count(snapshot.hosts.total))"),
      ("Conversations", "\(Words.count(snapshot.conversations.total))"),
      ("TCP connections", Self.count(tcp.connections)),
      ("TCP segments sent again", Self.share(tcp.retransmissions, of: tcp.packets)),
      ("TCP handshake, median", Self.duration(tcp.handshakeRTT.p50)),
      ("DNS queries", Self.count(snapshot.dns.queries)),
      ("DNS response, median", Self.duration(snapshot.dns.latency.p50)),
      ("HTTP requests", Self.count(snapshot.http.requests)),
      ("HTTP response, median", Self.duration(snapshot.http.latency.p50)),
      ("TLS client hellos", Self.count(snapshot.tls.clientHellos)),
      ("Findings", FindingWords.counts(side.judgement) ?? "none"),
    ]
  }

  private static func count(_ count: UInt64) -> Phrase {
    count > 0 ? "\(Words.count(count))" : "–"
  }

  private static func share(_ part: UInt64, of whole: UInt64) -> Phrase {
    whole > 0 ? "\(Words.percent(Reporting.share(part, of: whole)))" : "–"
  }

  private static func duration(_ nanoseconds: Int64?) -> Phrase {
    nanoseconds.map { "\(Words.duration($0))" } ?? "–"
  }
}
