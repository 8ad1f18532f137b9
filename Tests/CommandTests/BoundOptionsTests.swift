import Foundation
import TestSupport
import Testing

/// `--memory` and `--max-flows`.
struct BoundOptionsTests {
  @Test(arguments: ["96MB", "512MB", "1GiB", "1.5g", "128 MiB", "100000000"])
  func takeASizeAsPeopleWriteIt(size: String) throws {
    let path = Project.sample("web.pcap").path
    let report = try analyze(path, "--memory", size)
    #expect(try report.capture.packets == analyze(path).capture.packets)
  }

  @Test(arguments: ["95MB", "0", "-1GB", "12parsecs", "MB", "1.GB", "iB", "9999999999TB", ""])
  func refuseASizeThatIsNone(size: String) throws {
    let outcome = try PacketpressBinary.run([
      "analyze", Project.sample("web.pcap").path, "--stdout", "json", "--memory=\(size)",
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--memory"), "\(outcome.errors)")
  }

  @Test func closeFlowsBeyondTheirNumberIntoTheTotals() throws {
    let path = Project.sample("portscan.pcap").path
    let outcome = try PacketpressBinary.run([
      "analyze", path, "--stdout", "json", "--max-flows", "10",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("\"limit\":10,"), "\(outcome.errors)")
    let report = try analyze(path, "--max-flows", "10")
    #expect(try report.capture.packets == analyze(path).capture.packets)
  }

  @Test(arguments: ["0", "many"])
  func refuseANumberOfFlowsThatIsNone(number: String) throws {
    let outcome = try PacketpressBinary.run([
      "analyze", Project.sample("web.pcap").path, "--stdout", "json", "--max-flows", number,
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--max-flows"), "\(outcome.errors)")
  }
}
