import Foundation
import Reporting
import Testing
import TrafficAnalysis

@Suite struct JSONReportTests {
  @Test(arguments: Snapshots.all.map(\.name))
  func followsItsSchema(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    let json = Reports.text(snapshot, .json)
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try SchemaValidator.report().errors(in: value).prefix(5) == [])
  }

  @Test func keepsHostileTextExactlyAsItIs() throws {
    let json = Reports.text(Snapshots.ugly, .json)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let packets = try #require(report["recent_packets"] as? [[String: Any]])
    #expect(packets.compactMap { $0["info"] as? String } == Snapshots.hostile)
  }

  @Test func writesNoControlOrBidirectionalCharacters() {
    let scalars = Reports.text(Snapshots.ugly, .json).unicodeScalars
    let hidden = scalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
        || (0x202A...0x202E).contains($0.value) || (0x2028...0x2029).contains($0.value)
    }
    #expect(hidden.isEmpty)
  }

  @Test func writesIntegersAndTimesExactly() {
    let json = Reports.text(Snapshots.busy, .json)
    #expect(json.contains("\"bytes\": 148223118"))
    #expect(json.contains("\"first_packet\": \"2024-05-01T10:32:05.123456789Z\""))
    #expect(json.contains("\"duration_seconds\": 123.400000321"))
    #expect(Reports.text(Snapshots.huge, .json).contains("18446744073709551615"))
  }

  @Test func tellsSkippedSectionsWithTheirReasons() {
    let json = Reports.text(Snapshots.onePacket, .json)
    #expect(json.contains("\"section\":\"dns\",\"reason\":\"no DNS messages in the capture\""))
  }
}
