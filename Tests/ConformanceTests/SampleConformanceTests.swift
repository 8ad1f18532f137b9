import Foundation
import TestSupport
import Testing

/// Our samples, number by number as tshark has them; skipped where tshark is not installed.
@Suite(.enabled(if: Tool.isInstalled("tshark"), "tshark is not installed"))
struct SampleConformanceTests {
  @Test(arguments: Project.wholeSamples)
  func agreesWithTshark(sample: String) throws {
    let frames = try TsharkFrame.all(of: Project.sample(sample))
    let report = try Report.ofSample(sample)
    let measures =
      Measure.all(TsharkFacts(frames), report) + Measure.details(frames, report)
    let known = KnownDifference.all.filter { $0.sample == sample }.map(\.measure)
    let differing = measures.filter { !$0.agrees }
    let unexpected = differing.filter { !known.contains($0.name) }
    #expect(unexpected.isEmpty, "\(unexpected.map(\.difference).joined(separator: "\n"))")
    #expect(Set(known) == Set(differing.map(\.name)).intersection(known), "no longer differs")
  }

  @Test func readsEveryFrameThatTsharkReads() throws {
    let names = Project.wholeSamples
    #expect(names.count > 15)
    #expect(KnownDifference.all.allSatisfy { names.contains($0.sample) })
  }
}

extension Report {
  static func ofSample(_ name: String) throws -> Report {
    try of(Project.sample(name))
  }

  /// What the program says of a capture, with all rows of all tables.
  static func of(_ capture: URL, seconds: Double = 60) throws -> Report {
    let outcome = try PacketpressBinary.run(
      ["analyze", capture.path, "--stdout", "json", "--max-rows", "0"], seconds: seconds)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try Report(outcome.output)
  }
}
