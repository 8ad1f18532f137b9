import ArgumentParser
import TrafficAnalysis

/// How much an analysis may keep.
struct BoundOptions: ParsableArguments {
  /// Below this the program and its report alone take most of it.
  private static let leastMemory = 96_000_000

  @Option(
    help: ArgumentHelp(
      "Memory to stay below, like 512MB or 2GiB (default: 1GiB); the tables are bounded by it.",
      valueName: "SIZE"))
  var memory: ByteCount?

  @Option(
    help: ArgumentHelp(
      "Flows followed at once (default: by --memory); beyond, the longest idle only count.",
      valueName: "N"))
  var maxFlows: Int?

  mutating func validate() throws {
    if let memory, memory.bytes < Self.leastMemory {
      throw ValidationError("--memory takes a size from 96MB")
    }
    if let maxFlows, !(1...1_000_000_000).contains(maxFlows) {
      throw ValidationError("--max-flows takes a number from 1 to 1000000000")
    }
  }

  /// Options of an analysis within these bounds.
  var analysisOptions: AnalysisOptions {
    var options = AnalysisOptions(memory: memory?.bytes ?? AnalysisOptions.defaultMemory)
    if let maxFlows { options.maxFlows = maxFlows }
    return options
  }
}
