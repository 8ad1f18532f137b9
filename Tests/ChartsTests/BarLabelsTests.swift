import CaptureFormats
import Charts
import PacketDecoding
import Testing
import TrafficAnalysis
import Wording

/// Labels of bars are read without doubt about which bar they belong to.
@Suite struct BarLabelsTests {
  private func texts(
    _ id: String, _ snapshot: Snapshot, _ size: Size, _ theme: Theme
  ) throws -> [(string: String, at: Point)] {
    let chart = try #require(ChartCatalog.chart(id, for: snapshot, options: ChartOptions()))
    var canvas = RecordingCanvas()
    chart.draw(on: &canvas, in: Rect(size), theme: theme)
    return canvas.texts
  }

  @Test func rangesStandOnOneLineWhereTheyFit() throws {
    let labels = try texts("packet-sizes", SampleSnapshots.normal, Size(1120, 300), .light)
    #expect(labels.contains { $0.string == "64–127" })
    #expect(!labels.contains { $0.string.hasSuffix("–") })
  }

  /// Paper is narrower: no column loses its label.
  @Test func rangesAreBrokenWhereTheyDoNot() throws {
    let snapshot = SampleSnapshots.normal
    let labels = try texts("packet-sizes", snapshot, Size(420, 170), .paper)
    let starts = labels.filter { $0.string.hasSuffix("–") }
    #expect(starts.count == snapshot.packetSizes.count { $0.to != nil })
    for start in starts {
      #expect(labels.contains { $0.at.x == start.at.x && $0.at.y > start.at.y })
    }
    #expect(labels.allSatisfy { $0.at.y <= 170 })
  }

  /// A line is nearer to the other one of its label than to those of the next.
  @Test func longAddressesTakeTwoLinesWhereThereIsRoom() throws {
    for (size, theme) in [(Size(1120, 382), Theme.light), (Size(515, 222), .paper)] {
      let labels = try texts("conversations", SampleSnapshots.ipv6, size, theme)
      let places = labels.filter { $0.string.contains("]:") }.map(\.at.y)
      #expect(places.count == 20)
      let gaps = zip(places.dropFirst(), places).map { $0 - $1 }
      for index in stride(from: 1, to: gaps.count, by: 2) {
        #expect(gaps[index] > gaps[index - 1] * 1.1)
      }
    }
  }

  @Test func longAddressesTakeOneLineWhereThereIsNone() throws {
    let labels = try texts("conversations", SampleSnapshots.ipv6, Size(515, 160), .paper)
    #expect(labels.count { $0.string.contains("]:54321 → [") } == 10)
  }

  @Test func nobodyHasAHeadlineForBeingFirstByChance() throws {
    var snapshot = Snapshot()
    (snapshot.capture.packets, snapshot.capture.bytes) = (1_000, 100_000)
    var host = Host(address: IPAddress(v4: 1))
    (host.packetsSent, host.bytesSent, host.bytesReceived) = (49, 3_000, 1_900)
    snapshot.hosts.rows = [host]
    snapshot.topSources = [host]
    var row = Conversation(
      transport: "TCP", client: host.address, server: IPAddress(v4: 2),
      start: .init(nanoseconds: 0))
    row.bytesToServer = 4_900
    snapshot.conversations.rows = [row]
    let title = { id in
      try #require(ChartCatalog.chart(id, for: snapshot, options: ChartOptions())).title
    }
    #expect(
      try title("sources") == "No host stands out: the busiest sent 4.9 % of all packets")
    #expect(
      try title("host-traffic")
        == "No host stands out: the busiest sent 3.0 % and received 1.9 % of all bytes")
    #expect(
      try title("conversations")
        == "No conversation stands out: the largest has 4.9 % of all bytes")
    snapshot.conversations.rows[0].bytesToServer = 5_000
    #expect(
      try title("conversations") == "5.0 % of all bytes in one conversation, 0.0.0.1 → 0.0.0.2")
  }
}
