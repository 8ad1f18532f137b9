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
    let known = KnownDifference.all.filter { $0.sample == sample }
      .reduce(into: Set<String>()) { $0.formUnion($1.measures) }
    let differing = measures.filter { !$0.agrees }
    let unexpected = differing.filter { !known.contains($0.name) }.map(\.difference)
    #expect(unexpected == [])
    #expect(known.subtracting(differing.map(\.name)) == [], "these agree now")
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
