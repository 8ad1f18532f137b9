import Foundation
import TestSupport
import Testing

extension LiveTests {
  /// Findings and expectations of a capture that goes on, and what they are shown by.
  @Suite struct Judgement {
    private static let evidence = "evidence/tcp-service-unanswered-001.pcapng"
    private let scratch = try! Scratch()

    private func replay(_ arguments: [String]) throws -> PacketpressBinary.Outcome {
      let capture = scratch.file("silent.pcap")
      try Data(SilentService.pcap).write(to: capture)
      return try PacketpressBinary.run(
        [
          "live", "--replay", capture.path, "--speed", "max", "-o", scratch.file("report").path,
          "--format", "json",
        ] + arguments)
    }

    @Test func theEndGivesTheExitStatus() throws {
      #expect(try replay([]).status == 0)
      let found = try replay(["--fail-on", "warning"])
      #expect(found.status == 1)
      #expect(found.errors.contains("tcp-service-unanswered 192.0.2.2:80/tcp"), "\(found.errors)")
      #expect(try replay(["--fail-on", "error"]).status == 0)
    }

    @Test func expectationsAreJudged() throws {
      let expect = { (check: String) in
        try scratch.write(
          "expectations:\n  - name: Here\n    check: \(check)\n", to: "expect.yml"
        ).path
      }
      #expect(try replay(["--expect", expect("packets = 5")]).status == 0)
      let failed = try replay(["--expect", expect("packets > 5")])
      #expect(failed.status == 1 && failed.errors.contains("failed \"Here\""), "\(failed.errors)")
      #expect(try replay(["--expect", expect("dns.latency.p50 < 1s")]).status == 3)
      let wrong = try replay(["--expect", expect("packetz > 5")])
      #expect(wrong.status == 2 && wrong.errors.contains("packets"), "\(wrong.errors)")
    }

    /// Also where the folder is not the report's, and rights are given up.
    @Test(arguments: ["off", "best"])
    func verdictsAreWrittenInTheEnd(sandbox: String) throws {
      let folder = scratch.file("verdicts")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // Rights are given up with the user, too, who has to find the folders.
      let files = ["junit", "sarif", "code-quality"]
      let options = files.flatMap { ["--\($0)", folder.appending(path: $0).path] }
      let user = sandbox == "off" ? [] : ["--user", "root"]
      let outcome = try replay(options + ["--sandbox", sandbox] + user)
      #expect(outcome.status == 0, "\(outcome.errors)")
      for file in files {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        #expect(text.contains("tcp-service-unanswered"), "\(file)")
      }
    }

    @Test func evidenceIsThereUnlessItIsNotWanted() throws {
      #expect(try replay([]).status == 0)
      #expect(scratch.file("report/\(Self.evidence)").exists)
      #expect(try replay(["--no-evidence"]).status == 0)
      #expect(!scratch.file("report/\(Self.evidence)").exists)
    }

    @Test func evidenceComesWithTheReportThatTellsOfTheFinding() throws {
      let pipe = Pipe()
      let live = try LiveProcess(["-", "--every", "1s", "--format", "json"], input: pipe)
      try pipe.fileHandleForWriting.write(contentsOf: Data(SilentService.pcap))
      let file = live.report.appending(path: Self.evidence)
      try live.wait(for: "evidence") { file.exists }
      #expect(live.isRunning)
      #expect(try analyze(file.path).capture.packets == 5)
      try pipe.fileHandleForWriting.close()
      #expect(try live.end() == 0)
      #expect(try analyze(file.path).capture.packets == 5)
    }

    /// 96 MB of memory leave 3 MB for the newest packets.
    @Test func packetsThatHaveGoneByAreMissingAndThePageSaysSo() throws {
      var builder = PcapBuilder()
      builder.add(SilentService.syn(from: 40_000))
      let filler =
        [UInt8](repeating: 0xFF, count: 12) + [0x88, 0xB5] + [UInt8](repeating: 0, count: 1_400)
      for _ in 0..<4_000 { builder.add(filler) }
      for port in 40_001..<40_005 as Range<UInt16> { builder.add(SilentService.syn(from: port)) }
      let pipe = Pipe()
      let live = try LiveProcess(
        ["-", "--every", "1s", "--format", "json", "--memory", "96MB"], input: pipe)
      try pipe.fileHandleForWriting.write(contentsOf: Data(builder.bytes))
      try live.waitForPackets(4_005)
      let file = live.report.appending(path: Self.evidence)
      #expect(try analyze(file.path).capture.packets == 4)
      let status = try String(
        contentsOf: live.report.appending(path: "status.json"), encoding: .utf8)
      #expect(status.contains("not all packets are in the evidence"), "\(status)")
      try pipe.fileHandleForWriting.close()
      #expect(try live.end() == 0)
    }

    @Test func aReportThatIsClosedHasItsOwn() throws {
      let pipe = Pipe()
      let live = try LiveProcess(["-", "--every", "1s", "--format", "json"], input: pipe)
      try pipe.fileHandleForWriting.write(contentsOf: Data(SilentService.pcap))
      try live.waitForPackets(5)
      live.send(SIGHUP)
      try live.wait(for: "the closed report") {
        live.report.filesBelow.contains { $0.hasPrefix("until-") && $0.hasSuffix(Self.evidence) }
      }
      try pipe.fileHandleForWriting.close()
      #expect(try live.end() == 0)
      #expect(!live.report.appending(path: Self.evidence).exists)
    }
  }
}
