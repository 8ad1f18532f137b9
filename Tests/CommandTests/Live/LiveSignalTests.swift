import Foundation
import TestSupport
import Testing

extension LiveTests {
  /// What signals do to a capture that goes on.
  @Suite struct Signals {
    /// 2 s is promised; a program without optimization draws several times as slowly.
    #if DEBUG
      private static let patience = 15.0
    #else
      private static let patience = 2.0
    #endif
    private static let web = Project.sample("web.pcap")

    /// A run that has seen all of a sample and waits for more.
    private func watching(_ more: String...) throws -> (LiveProcess, Pipe, Int) {
      let pipe = Pipe()
      let live = try LiveProcess(["-", "--every", "1s"] + more, input: pipe)
      try pipe.fileHandleForWriting.write(contentsOf: Data(contentsOf: Self.web))
      let count = try analyze(Self.web.path).capture.packets
      try live.waitForPackets(count)
      return (live, pipe, count)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func endWithTheLastCompleteReport(signal: Int32) throws {
      let (live, pipe, count) = try watching()
      let began = Date()
      live.send(signal)
      #expect(try live.end() == 0)
      #expect(Date().timeIntervalSince(began) < Self.patience)
      let files = live.report.filesBelow
      for name in ["index.html", "report.pdf", "report.json", "summary.md", "style.css"] {
        #expect(files.contains(name), "\(name)")
      }
      #expect(try live.contents().capture.packets == count)
      withExtendedLifetime(pipe) {}
    }

    @Test func secondOneQuitsAtOnceEvenIfTheReportCannotBeWritten() throws {
      let (live, pipe, _) = try watching("--format", "json")
      // A pipe that nobody reads holds up whoever opens it for writing.
      let trap = live.report.appending(path: "report.json.part-\(live.identifier)")
      try Namespace.run("mkfifo", trap.path)
      live.send(SIGINT)
      usleep(500_000)
      #expect(live.isRunning, "it waits for the report")
      live.send(SIGINT)
      #expect(try live.end(within: 2) == 128 + SIGINT)
      withExtendedLifetime(pipe) {}
    }

    @Test func hangupBeginsANewReportAndKeepsTheOld() throws {
      let (live, pipe, count) = try watching("--format", "json,md")
      live.send(SIGHUP)
      try live.wait(for: "a report of its own") {
        live.report.filesBelow.contains { $0.hasPrefix("until-") && $0.hasSuffix("summary.md") }
      }
      let name = try #require(
        live.report.filesBelow.first { $0.hasPrefix("until-") && $0.hasSuffix("report.json") })
      #expect(
        try ReportFile(Data(contentsOf: live.report.appending(path: name))).capture.packets == count
      )
      try live.wait(for: "an empty report") { try live.contents().capture.packets == 0 }
      live.send(SIGTERM)
      #expect(try live.end() == 0)
      withExtendedLifetime(pipe) {}
    }

    @Test func killLeavesAReportThatIsWhole() throws {
      let (live, pipe, count) = try watching()
      live.send(SIGKILL)
      _ = try live.end()
      #expect(try live.contents().capture.packets == count)
      try WholeReport.check(live.report)
      withExtendedLifetime(pipe) {}
    }
  }
}
