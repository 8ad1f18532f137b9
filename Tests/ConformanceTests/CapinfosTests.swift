import Foundation
import TestSupport
import Testing

/// What capinfos, which counts without decoding, says of our samples.
@Suite(.enabled(if: Tool.isInstalled("capinfos"), "capinfos is not installed"))
struct CapinfosTests {
  /// Packets, bytes, duration, first and last time, bytes per second.
  private static func values(of capture: URL) throws -> [String] {
    let options = ["-T", "-r", "-B", "-M", "-S", "-c", "-d", "-u", "-a", "-e", "-y"]
    let outcome = try #require(Tool("capinfos")).run(options + [capture.path])
    let line = outcome.text.split(separator: "\n").first ?? ""
    let values = line.split(separator: "\t").dropFirst().map(String.init)
    try #require(values.count == 6, "\(outcome.text)\(outcome.errors)")
    return values
  }

  @Test(arguments: Project.wholeSamples)
  func agreesWithCapinfos(sample: String) throws {
    let theirs = try Self.values(of: Project.sample(sample))
    let capture = try Report.ofSample(sample).capture
    #expect(theirs[0] == "\(capture.packets)")
    #expect(theirs[1] == "\(capture.bytes)")
    guard capture.packets > 0 else { return }
    let duration = try #require(capture.durationSeconds)
    #expect(abs(try #require(Double(theirs[2])) - duration) < 1e-6)
    // It prints the digits that the file holds, we always nine.
    #expect(capture.firstPacket?.secondsSince1970?.hasPrefix(theirs[3]) == true)
    #expect(capture.lastPacket?.secondsSince1970?.hasPrefix(theirs[4]) == true)
    guard duration > 0 else { return }
    let rate = try #require(Double(theirs[5]))
    #expect(abs(rate / (Double(capture.bytes) / duration) - 1) < 1e-5)
  }
}
