import Foundation
import TestSupport
import Testing

@Suite struct SnapshotTests {
  let archive = try! SnapshotArchive()

  /// When the first packet of Samples/web.pcap was captured.
  private static let web = "2026-11-23T04-03-43Z"

  @Test func isNamedAfterItsFirstPacket() throws {
    try archive.add("web.pcap", "--format", "html,json")
    #expect(archive.names == [Self.web, "index.html", "latest", "style.css"])
    #expect(archive.latest == Self.web)
    #expect(archive.page.contains("<a href=\"\(Self.web)/index.html\""))
    #expect(try ReportFile(in: archive.file("latest")).capture.packets == 257)
  }

  @Test func isNamedByTheClockWithoutPackets() throws {
    let outcome = try archive.run("empty.pcap")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let name = try #require(archive.reports.first)
    let start = name.prefix(13) + name.dropFirst(13).replacing("-", with: ":")
    let time = try #require(try? Date(String(start), strategy: .iso8601))
    #expect(abs(time.timeIntervalSinceNow) < 60)
    #expect(archive.page.contains("no packets"))
  }

  @Test func tellsTheListWhatItNeeds() throws {
    try archive.add("web.pcap", "--title", "Office")
    let data = try Data(contentsOf: archive.file("\(Self.web)/snapshot.json"))
    let record = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(record["schema"] as? String == "packetpress/snapshot/1")
    #expect(record["title"] as? String == "Office")
    #expect(record["start"] as? String == "2026-11-23T04:03:43.892408000Z")
    #expect(record["duration_seconds"] as? Double == 0.21926)
    #expect(record["packets"] as? Int == 257)
    #expect(record["bytes"] as? Int == 98437)
    // A password in clear text.
    #expect(record["verdict"] as? String == "1 warning")
    #expect(record["dropped"] is NSNull)
    let points = try #require(record["sparkline"] as? [Int])
    #expect((2...60).contains(points.count))
  }

  @Test func hasThePacketsOfFindings() throws {
    try archive.add("portscan.pcap")
    #expect(archive.file("latest/evidence/port-scan-001.pcapng").exists)
    try archive.add("portscan.pcap", "--no-evidence")
    #expect(!archive.file("latest/evidence").exists)
  }

  @Test func takesTheNextNameWhenOneIsTaken() throws {
    for _ in 1...3 { try archive.add("web.pcap") }
    #expect(archive.reports == [Self.web, "\(Self.web)-2", "\(Self.web)-3"])
    #expect(archive.latest == "\(Self.web)-3")
    #expect(archive.listed == archive.reports.reversed())
  }

  @Test func saysWhatIsWrong() throws {
    let outcome = try archive.run("cut-short.pcap")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(archive.page.contains("cut short"))
  }

  @Test func isWrittenWhenPartCannotBeRead() throws {
    let outcome = try archive.run("web.pcap", "/no/such.pcap")
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(archive.page.contains("not all could be read"))
  }

  @Test func isNotWrittenWhenNothingCanBeRead() throws {
    let outcome = try archive.run("no-such.pcap")
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(archive.names.isEmpty)
  }

  @Test func refusesAFolderThatCannotBeWritten() throws {
    try archive.write("in the way", to: "")
    let outcome = try archive.run("web.pcap")
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [
    ["snapshot", "-o", "x"], ["snapshot", "a.pcap"], ["snapshot", "-i", "lo", "a.pcap", "-o", "x"],
    ["snapshot", "a.pcap", "-o", "x", "--keep", "0"],
    ["snapshot", "a.pcap", "-o", "x", "--wait", "5"],
    ["snapshot", "-i", "lo", "-o", "x", "--from", "2026-11-23"],
  ])
  func refusesWrongUsage(arguments: [String]) throws {
    let outcome = try PacketpressBinary.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }
}
