import Foundation
import TestSupport
import Testing

extension LiveTests {
  /// The files of a live report while they are written again and again.
  @Suite struct Files {
    private static let sample = Project.sample("everything.pcapng").path
    /// At half its speed the sample lasts for longer than any of these tests.
    private static let slow = ["--replay", sample, "--speed", "0.5", "--every", "1s"]

    @Test func areNeverMissingEmptyOrHalfWritten() throws {
      let live = try LiveProcess(Self.slow)
      try live.wait(for: "the first report") { live.report.filesBelow.contains("index.html") }
      try live.waitForPackets(1)
      let names = live.report.filesBelow.filter { !$0.contains(".part-") }
      let deadline = Date().addingTimeInterval(4)
      var reads = 0
      while Date() < deadline {
        for name in names {
          let bytes = try? Data(contentsOf: live.report.appending(path: name))
          #expect(bytes.map { WholeReport.isWhole($0, name: name) } == true, "\(name)")
          reads += 1
        }
      }
      #expect(reads > names.count)
      live.send(SIGTERM)
      #expect(try live.end() == 0)
      try WholeReport.check(live.report)
    }

    @Test func comeBackWhenTheirFolderIsRemoved() throws {
      let live = try LiveProcess(Self.slow)
      try live.waitForPackets(1)
      // Moved away first: a report that is written meanwhile adds files to what is being removed.
      let gone = live.scratch.file("gone")
      try FileManager.default.moveItem(at: live.report, to: gone)
      try FileManager.default.removeItem(at: gone)
      try live.wait(for: "the report's return") { live.report.appending(path: "index.html").exists }
      try live.waitForPackets(1)
      try WholeReport.check(live.report)
      live.send(SIGTERM)
      #expect(try live.end() == 0)
      try WholeReport.check(live.report)
    }

    @Test(.enabled(if: Namespace.isPossible))
    func stayAsTheyAreWhenTheDiskIsFull() throws {
      let scratch = try Scratch()
      let disk = try SmallDisk(at: scratch.file("report"), size: "3m")
      let live = try LiveProcess(Self.slow, scratch: scratch)
      try live.waitForPackets(1)
      try disk.fill()
      try live.wait(for: "a warning") { live.messages.contains("no space left") }
      try WholeReport.check(live.report)
      #expect(live.isRunning)
      try disk.empty()
      try live.wait(for: "writing again") { live.messages.contains("can be written again") }
      live.send(SIGTERM)
      #expect(try live.end() == 0)
      #expect(live.messages.components(separatedBy: "no space left").count == 2, "said once")
      try WholeReport.check(live.report)
    }
  }
}
