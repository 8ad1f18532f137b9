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

  /// What the process may take in all.
  var byteLimit: Int { memory?.bytes ?? AnalysisOptions.defaultMemory }

  /// Options of an analysis within these bounds, of which something else takes some bytes.
  func analysisOptions(besides others: Int = 0) -> AnalysisOptions {
    var options = AnalysisOptions(memory: byteLimit - others)
    if let maxFlows { options.maxFlows = maxFlows }
    return options
  }
}
