import Foundation
import TestSupport
import Testing

/// Runs that meet, runs that die, and names that are taken.
@Suite struct SnapshotSafetyTests {
  let archive = try! SnapshotArchive()

  private static let web = "2026-11-23T04-03-43Z"

  /// A run that waits for a capture on its standard input.
  private func runThatHangs() throws -> (process: Process, input: Pipe) {
    let process = Process()
    let input = Pipe()
    process.executableURL = PacketpressBinary.url
    process.arguments = ["snapshot", "-", "-o", archive.url.path, "--format", "json"]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date.now.addingTimeInterval(10)
    while !archive.file(".packetpress-work").exists, Date.now < deadline { usleep(10_000) }
    return (process, input)
  }

  private func kill(_ process: Process) {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  @Test func endsWhileAnotherIsAtWork() throws {
    let (process, input) = try runThatHangs()
    defer { kill(process) }
    let outcome = try archive.run("web.pcap")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("another snapshot"))
    #expect(archive.names == [".packetpress-work"])
    withExtendedLifetime(input) {}
  }

  @Test func waitsForAnotherWhenAsked() throws {
    let (process, input) = try runThatHangs()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) {
      try? input.fileHandleForWriting.close()
    }
    try archive.add("web.pcap", "--wait", "20s")
    process.waitUntilExit()
    #expect(archive.reports == [Self.web])
  }

  @Test func leavesNothingHalfWhenKilled() throws {
    try archive.add("web.pcap")
    let before = archive.names
    let (process, input) = try runThatHangs()
    kill(process)
    withExtendedLifetime(input) {}
    #expect(archive.names == [".packetpress-work"] + before)
    try archive.write("half", to: ".packetpress-work/report/charts/half.png")
    try archive.add("web.pcap")
    #expect(archive.names.filter { $0.hasPrefix(".") }.isEmpty)
    #expect(archive.listed == ["\(Self.web)-2", Self.web])
  }

  @Test func isWholeAtEveryMomentItIsKilled() throws {
    for milliseconds in [40, 80, 120, 160, 200, 260, 320, 400] {
      let process = Process()
      process.executableURL = PacketpressBinary.url
      process.arguments = [
        "snapshot", Project.sample("web.pcap").path, "-o", archive.url.path, "--format", "csv,json",
        "--keep", "2",
      ]
      try process.run()
      usleep(UInt32(milliseconds) * 1000)
      kill(process)
      for report in archive.reports {
        #expect(archive.file("\(report)/snapshot.json").exists)
        #expect(throws: Never.self) { try ReportFile(in: archive.file(report)) }
      }
      for listed in archive.listed { #expect(archive.file(listed).exists, "\(listed)") }
      if let latest = archive.latest { #expect(archive.file(latest).exists) }
    }
    try archive.add("web.pcap", "--keep", "2")
    #expect(archive.reports.count <= 2)
    #expect(archive.listed == archive.reports.reversed())
    #expect(archive.names.filter { $0.hasPrefix(".") }.isEmpty)
  }

  @Test(arguments: [false, true])
  func leavesALatestThatIsNoLink(isDirectory: Bool) throws {
    try archive.write("mine", to: isDirectory ? "latest/notes.txt" : "latest")
    let outcome = try archive.run("web.pcap")
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("latest"))
    #expect(archive.listed == [Self.web])
    let kept = archive.file(isDirectory ? "latest/notes.txt" : "latest")
    #expect(try String(contentsOf: kept, encoding: .utf8) == "mine")
  }

  @Test func doesNotFollowALinkInPlaceOfTheLock() throws {
    let target = try archive.scratch.write("keep me", to: "target")
    try FileManager.default.createDirectory(at: archive.url, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: archive.file(".lock"), withDestinationURL: target)
    let outcome = try archive.run("web.pcap")
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(try String(contentsOf: target, encoding: .utf8) == "keep me")
  }
}
