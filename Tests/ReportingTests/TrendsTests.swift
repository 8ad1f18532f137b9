import CaptureFormats
import Foundation
import Reporting
import TestSupport
import Testing
import TrafficAnalysis

/// Small columns over time in rows of tables.
@Suite struct TrendsTests {
  private static let second: Int64 = 1_000_000_000

  /// Eight seconds: a conversation in the first two, one in the last four, with the same server.
  private static let snapshot: Snapshot = {
    var snapshot = Snapshots.onePacket
    let start = Timestamp(nanoseconds: 1_714_559_520 * second)
    snapshot.capture.packets = 9
    snapshot.capture.bytes = 900
    snapshot.timeline = Timeline()
    snapshot.timeline.binNanoseconds = second
    snapshot.timeline.start = start
    snapshot.timeline.packets = [2, 2, 0, 0, 1, 1, 1, 2]
    snapshot.timeline.bytes = snapshot.timeline.packets.map { $0 * 100 }
    snapshot.timeline.byProtocol = [
      .init(name: "dns", bytes: [200, 200, 0, 0, 0, 0, 0, 0]),
      .init(name: "tls", bytes: [0, 0, 0, 0, 100, 100, 100, 200]),
    ]
    snapshot.protocols = [("eth", 900), ("eth/dns", 400), ("eth/tls", 500)].map {
      ProtocolNode(path: $0, name: $0.uppercased(), packets: 1, bytes: $1)
    }
    let spans: [(UInt32, Int64, Int64, String, UInt16)] = [
      (1, 0, 1, "UDP", 53), (2, 4, 9, "TCP", 443),
    ]
    snapshot.conversations.rows = spans.map {
      (client, from, length, transport, port) in
      var row = Conversation(
        transport: transport, client: Snapshots.v4(192, 0, 2, client),
        server: Snapshots.v4(192, 0, 2, 9),
        start: Timestamp(nanoseconds: start.nanoseconds + from * second))
      row.clientPort = 50_000
      row.serverPort = port
      row.durationNanoseconds = length * second
      return row
    }
    snapshot.conversations.total = 2
    snapshot.hosts.rows = [1, 2, 9, 77].map { Host(address: Snapshots.v4(192, 0, 2, $0)) }
    snapshot.hosts.total = 4
    snapshot.services.rows = [
      Service(transport: "UDP", port: 53), Service(transport: "TCP", port: 443),
      Service(transport: "TCP", port: 53),
    ]
    snapshot.services.total = 3
    snapshot.applications = [
      .init(protocolName: "tls", name: "TLS", conversations: 1, packets: 5, bytes: 500),
      .init(protocolName: "dns", name: "DNS", conversations: 1, packets: 4, bytes: 400),
    ]
    return snapshot
  }()

  private func trends(
    _ id: String, _ snapshot: Snapshot = snapshot,
    _ change: (inout ReportOptions) -> Void = { _ in }
  ) throws -> [String] {
    let document = Report(snapshot, options: Reports.options(change)).document
    for case .table(let table) in document.sections.flatMap(\.blocks) where table.id == id {
      guard table.columns.last?.isTrend == true else { return [] }
      for row in table.rows + [table.others].compactMap({ $0 }) {
        #expect(row.count == table.columns.count)
      }
      return table.rows.map { $0[$0.count - 1].text }
    }
    return []
  }

  @Test func drawsConversationsThatWereOpen() throws {
    #expect(try trends("hosts-table") == ["██······", "····████", "██··████", "–"])
    #expect(try trends("services-table") == ["██······", "····████", "–"])
  }

  @Test func drawsBytesOfProtocols() throws {
    #expect(try trends("protocol-tree") == ["██··▄▄▄█", "██······", "····▄▄▄█"])
    #expect(try trends("applications-table") == ["····▄▄▄█", "██······"])
  }

  @Test func drawsNothingThatIsNotWholly() throws {
    var snapshot = Self.snapshot
    snapshot.protocols[2].bytes = 501
    #expect(try trends("protocol-tree", snapshot) == ["██··▄▄▄█", "██······", "–"])
  }

  @Test func drawsNothingWithoutACourseOfTime() throws {
    var snapshot = Self.snapshot
    snapshot.timeline.packets = [9]
    snapshot.timeline.bytes = [900]
    snapshot.timeline.byProtocol = []
    for id in ["hosts-table", "services-table", "protocol-tree", "applications-table"] {
      #expect(try trends(id, snapshot) == [], "\(id)")
    }
  }

  @Test func leavesOthersAlone() throws {
    #expect(try trends("hosts-table") { $0.top = 2 } == ["██······", "····████"])
  }

  @Test func isAPictureWithItsWordsOnAPage() throws {
    let page = try Reports.page(Self.snapshot)
    let picture = """
      <svg width="96" height="16" viewBox="0 0 8 12" fill="currentColor" \
      preserveAspectRatio="none" role="img" \
      aria-label="Over time: most at 10:32:04 UTC"><path d="M0 12L4 12 4 0 8 0 8 12z"></path></svg>
      """
    #expect(page.contains(picture))
    #expect(!page.contains("██"))
  }

  @Test(.enabled(if: PDFReportTests.hasTools))
  func isDrawnOnPaper() throws {
    let files = try Reports.files(Self.snapshot) { $0.formats = [.pdf] }
    let scratch = try Scratch()
    let file = scratch.file("report.pdf")
    try Data(try #require(files["report.pdf"])).write(to: file)
    let text = try #require(Tool("pdftotext")).run([file.path, "-"]).text
    #expect(text.contains("Open conversations") && !text.contains("█"))
  }
}
