import Foundation
import TestSupport
import Testing

@Suite struct StandardInputTests {
  private static let sample = Project.sample("web.pcap")

  @Test func isNotReadUnlessAskedFor() throws {
    let outcome = try PacketpressBinary.run(
      ["analyze", Self.sample.path, "--stdout", "json"], input: .silence)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try ReportFile(outcome.output).capture.packets > 0)
  }

  @Test func isNotReadWithoutAnyCapture() throws {
    let outcome = try PacketpressBinary.run(["analyze"], input: .silence, seconds: 20)
    #expect(outcome.status == 2)
  }

  @Test func isReadAsACaptureWithADash() throws {
    let plain = try analyze(Self.sample.path).numbers()
    #expect(try analyze("-", input: .file(Self.sample)).numbers() == plain)
  }

  @Test func mayBeAPipe() throws {
    let shell = try #require(Tool("sh"))
    let script = "cat \"$1\" | \"$0\" analyze --stdout json -"
    let outcome = try shell.run([
      "-c", script, PacketpressBinary.url.path, Project.sample("everything.pcapng").path,
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let plain = try analyze(Project.sample("everything.pcapng").path).numbers()
    #expect(try ReportFile(outcome.output).numbers() == plain)
  }

  @Test func mayBeCompressed() throws {
    let scratch = try Scratch()
    let gzip = try #require(Tool("gzip"))
    let packed = scratch.file("web")
    try gzip.run(["-c", Self.sample.path]).output.write(to: packed)
    let plain = try analyze(Self.sample.path).numbers()
    #expect(try analyze("-", input: .file(packed)).numbers() == plain)
  }

  @Test func isRefusedWhenItHoldsNoCapture() throws {
    let outcome = try PacketpressBinary.run(["analyze", "--stdout", "json", "-"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
  }
}
