package import CaptureFormats
package import TrafficAnalysis

extension Snapshot {
  /// Everything in it as text, for comparing.
  package var text: String {
    var copy = self
    let states = tcp.states.map { "\($0.key.rawValue) \($0.value)" }.sorted()
    copy.tcp.states = [:]
    var text = ""
    dump(copy, to: &text)
    return text + states.joined(separator: "\n")
  }

  /// Where two snapshots differ first, or nil.
  package func difference(from other: Snapshot) -> String? {
    let (mine, others) = (text.split(separator: "\n"), other.text.split(separator: "\n"))
    if let index = zip(mine, others).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      let context = mine[max(0, index - 8)..<index].joined(separator: "\n")
      return "\(context)\n\(mine[index])\ninstead of\n\(others[index])"
    }
    return mine.count == others.count ? nil : "\(mine.count) lines instead of \(others.count)"
  }
}

/// The snapshot of a capture in Samples.
package func sampleSnapshot(
  _ name: String, options: AnalysisOptions = AnalysisOptions(), workers: Int = 1
) throws -> Snapshot {
  let analyzers = (0..<workers).map {
    TrafficAnalyzer(options: options, index: $0, count: workers)
  }
  let file = try consumeSample(name, analyzers)
  var builder = SnapshotBuilder(options: options)
  for analyzer in analyzers { builder.add(analyzer) }
  return builder.snapshot(files: [file])
}

/// Gives the packets of a capture in Samples to analyzers; what the file says of itself.
@discardableResult
package func consumeSample(
  _ name: String, _ analyzers: [TrafficAnalyzer]
) throws -> CaptureFileSummary {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  let file = try CaptureFile(path: root.joined(separator: "/") + "/Samples/" + name)
  let block = PacketBlock()
  while try file.next(into: block) { for analyzer in analyzers { analyzer.consume(block) } }
  return file.summary
}
