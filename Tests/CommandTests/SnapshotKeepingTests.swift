import Foundation
import TestSupport
import Testing

@Suite struct SnapshotKeepingTests {
  let archive = try! SnapshotArchive()

  private static let web = "2026-11-23T04-03-43Z"

  @Test func removesTheOldestBeyondItsNumber() throws {
    for hour in ["01", "02", "03"] {
      try archive.makeReport("2026-11-23T\(hour)-00-00Z", start: "2026-11-23T\(hour):00:00Z")
    }
    try archive.add("web.pcap", "--keep", "2")
    #expect(
      archive.names == ["2026-11-23T03-00-00Z", Self.web, "index.html", "latest", "style.css"])
    #expect(archive.listed == [Self.web, "2026-11-23T03-00-00Z"])
  }

  @Test func removesWhatIsOlderThanItsDays() throws {
    let now = Date.now
    func name(_ days: Double) -> (name: String, start: String) {
      let start = now.addingTimeInterval(-days * 86_400).formatted(.iso8601)
      return (start.replacing(":", with: "-"), start)
    }
    let (young, old) = (name(2.9), name(3.1))
    try archive.makeReport(young.name, start: young.start)
    try archive.makeReport(old.name, start: old.start)
    try archive.add("empty.pcap", "--keep-days", "3")
    #expect(archive.reports.contains(young.name))
    #expect(!archive.reports.contains(old.name))
  }

  @Test func leavesTheReportThatWasJustMade() throws {
    try archive.makeReport("2030-01-01T00-00-00Z", start: "2030-01-01T00:00:00Z")
    try archive.makeReport("2030-01-02T00-00-00Z", start: "2030-01-02T00:00:00Z")
    try archive.add("web.pcap", "--keep", "1", "--keep-days", "1")
    #expect(archive.reports == [Self.web])
    #expect(archive.latest == Self.web)
  }

  @Test func leavesAllWithoutARule() throws {
    try archive.makeReport("2001-01-01T00-00-00Z", start: "2001-01-01T00:00:00Z")
    try archive.add("web.pcap")
    #expect(archive.listed == [Self.web, "2001-01-01T00-00-00Z"])
  }

  @Test func leavesWhatIsNotOurs() throws {
    let elsewhere = archive.scratch.file("elsewhere")
    try archive.makeReport("elsewhere", start: "2001-01-01T00:00:00Z")
    try FileManager.default.moveItem(at: archive.file("elsewhere"), to: elsewhere)
    try FileManager.default.createSymbolicLink(
      at: archive.file("2001-01-01T00-00-00Z"), withDestinationURL: elsewhere)
    try archive.write("mine", to: "2001-01-02T00-00-00Z/notes.txt")
    try archive.write("mine", to: "2001-01-03T00-00-00Z")
    try archive.makeReport("2001-01-04", start: "2001-01-04T00:00:00Z")
    try archive.makeReport("2001-01-04T00:00:00Z", start: "2001-01-04T00:00:00Z")
    try archive.makeReport("2001-13-04T00-00-00Z", start: "2001-01-04T00:00:00Z")
    try archive.makeReport("2001-01-04T00-00-00Z-1", start: "2001-01-04T00:00:00Z")
    try archive.makeReport("2001-01-04T00-00-00Z-02", start: "2001-01-04T00:00:00Z")
    let before = archive.names
    try archive.add("web.pcap", "--keep", "1", "--keep-days", "1")
    #expect(archive.names == (before + [Self.web, "index.html", "latest", "style.css"]).sorted())
    #expect(elsewhere.filesBelow == ["charts/a.png", "snapshot.json"])
    #expect(archive.listed == [Self.web])
  }

  @Test func leavesTheTargetsOfLinksInWhatItRemoves() throws {
    let target = try archive.scratch.write("keep me", to: "target")
    try archive.makeReport("2001-01-01T00-00-00Z", start: "2001-01-01T00:00:00Z")
    try FileManager.default.createSymbolicLink(
      at: archive.file("2001-01-01T00-00-00Z/link"), withDestinationURL: target)
    try FileManager.default.createSymbolicLink(
      at: archive.file("2001-01-01T00-00-00Z/up"),
      withDestinationURL: target.deletingLastPathComponent())
    try archive.add("web.pcap", "--keep", "1")
    #expect(archive.reports == [Self.web])
    #expect(try String(contentsOf: target, encoding: .utf8) == "keep me")
  }

  /// Nothing, no JSON, another schema, wrong types, too many points, too long, too deep.
  @Test(arguments: [
    "", "{", "{\"schema\": \"packetpress/report/1\"}", "[[[[[[[[",
    "{\"schema\": \"packetpress/snapshot/1\", \"title\": 1}",
    String(repeating: "[", count: 60_000), String(repeating: " ", count: 100_000) + "{}",
  ])
  func leavesAndWarnsOfADamagedRecord(text: String) throws {
    try archive.write(text, to: "2001-01-01T00-00-00Z/snapshot.json")
    let outcome = try archive.run("web.pcap", "--keep", "1")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("warning"))
    #expect(archive.reports == ["2001-01-01T00-00-00Z", Self.web])
    #expect(archive.listed == [Self.web])
  }

  @Test func showsTextOfARecordAsText() throws {
    try archive.makeReport(
      "2001-01-01T00-00-00Z", start: "2001-01-01T00:00:00Z",
      title: #"<script>alert(1)</script>\" onload='x' \u202e \u001b[31m"#)
    try archive.add("web.pcap")
    #expect(archive.page.contains("&lt;script&gt;"))
    #expect(!archive.page.contains("<script"))
    #expect(!archive.page.contains("' onload") && !archive.page.contains("\" onload"))
    #expect(!archive.page.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B })
  }

  @Test func needsNothingThatJenkinsForbids() throws {
    try archive.add("everything.pcapng")
    for word in [" style=", "<style", "<script", "data:", "http://", "https://"] {
      #expect(!archive.page.contains(word), "\(word)")
    }
    #expect(archive.page.contains("<svg"))
  }
}
