import Foundation
import TestSupport
import Testing

@Suite struct ExitStatusTests {
  let scratch = try! Scratch()

  /// Unreadable input: status 2, one clear line that names the file, and no report.
  private func expectRefusal(of capture: URL, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let report = scratch.file("report")
    let outcome = try PacketpressBinary.run(["analyze", capture.path, "-o", report.path])
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.messages.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.contains(capture.lastPathComponent), "\(outcome.errors)",
      sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(!report.appending(path: "index.html").exists, sourceLocation: sourceLocation)
  }

  @Test func refusesAMissingFile() throws {
    try expectRefusal(of: scratch.file("missing.pcap"))
  }

  @Test func refusesAnEmptyFile() throws {
    try expectRefusal(of: try scratch.write("", to: "nothing.pcap"))
  }

  @Test func refusesWhatIsNotACapture() throws {
    try expectRefusal(of: try scratch.write("packets, they said\n", to: "letter.pcap"))
  }

  @Test func refusesADirectoryWithoutCaptures() throws {
    let directory = scratch.file("drawer")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    _ = try scratch.write("to do\n", to: "drawer/notes.txt")
    try expectRefusal(of: directory)
  }

  @Test func refusesADeviceThatIsEmpty() throws {
    let outcome = try PacketpressBinary.run(["analyze", "/dev/null"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
  }

  @Test(.enabled(if: Tool.isInstalled("setpriv")))
  func refusesAFileWithoutPermission() throws {
    let secret = scratch.file("secret.pcap")
    try FileManager.default.copyItem(at: Project.sample("web.pcap"), to: secret)
    try scratch.permit(0o000, secret)
    try scratch.permit(0o777, scratch.url)
    guard geteuid() == 0 else { return try expectRefusal(of: secret) }

    // Root may read everything, so somebody else has to try.
    let setpriv = try #require(Tool("setpriv"))
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]
    let canRun = try setpriv.run(nobody + [PacketpressBinary.url.path, "--version"])
    guard canRun.status == 0 else { return }  // The project lies where nobody may look.
    let outcome = try setpriv.run(
      nobody + [
        PacketpressBinary.url.path, "analyze", secret.path, "-o", scratch.file("report").path,
      ])
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.localizedCaseInsensitiveContains("permission"), "\(outcome.errors)")
  }

  @Test func reportsOnACaptureWithoutPackets() throws {
    let report = scratch.file("report")
    let capture = Project.sample("empty.pcap").path
    let outcome = try PacketpressBinary.run(["analyze", capture, "-o", report.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(report.appending(path: "index.html").exists)
    #expect(try ReportFile(in: report).capture.packets == 0)
  }

  @Test func reportsOnOnePacket() throws {
    let report = try analyze(Project.sample("one-packet.pcap").path)
    #expect(report.capture.packets == 1)
    #expect(report.capture.bytes == 77)
  }

  /// Name, whole packets in it, and the bytes between which its end is found.
  @Test(arguments: [("cut-short.pcap", 12, 1236...1299), ("corrupt.pcapng", 10, 1308...1320)])
  func saysWhereADamagedFileEnds(name: String, packets: Int, end: ClosedRange<Int>) throws {
    let report = scratch.file("report")
    let capture = Project.sample(name).path
    let outcome = try PacketpressBinary.run(["analyze", capture, "-o", report.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = try #require(try ReportFile(in: report).capture.files.first)
    #expect(file.packets == packets)
    let cut = try #require(file.cutShort)
    #expect(end.contains(cut.offset))
    #expect(!cut.reason.isEmpty)
    let plain = outcome.errors.replacing(",", with: "")
    #expect(plain.contains(String(cut.offset)), "\(outcome.errors)")
    #expect(plain.localizedCaseInsensitiveContains("warning"), "\(outcome.errors)")
  }

  @Test func refusesAnOutputThatCannotBeWritten() throws {
    let file = try scratch.write("in the way\n", to: "file")
    let outcome = try PacketpressBinary.run([
      "analyze", Project.sample("web.pcap").path, "-o", file.appending(path: "report").path,
    ])
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(try String(contentsOf: file, encoding: .utf8) == "in the way\n")
  }

  @Test(arguments: [
    ["analyze"], ["analyze", "--no-such-option", "x.pcap"], ["no-such-command"], ["export"],
    ["export", "no-such-table", "x.pcap"], ["analyze", "x.pcap", "--format", "docx"],
    ["analyze", "x.pcap", "--top", "many"], ["analyze", "x.pcap", "--workers", "0"],
  ])
  func refusesWrongUsage(arguments: [String]) throws {
    let outcome = try PacketpressBinary.run(arguments)
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty)
    #expect(outcome.output.isEmpty)
  }
}
