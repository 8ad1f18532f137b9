/// Gives problems marks that stay the same from run to run and are different within one.
///
/// A mark is made of what was checked and whom it is about, not of what was measured, so that a program
/// that compares two runs knows a problem again.
struct ProblemMarks {
  private var seen: Set<String> = []
  private var counts: [String: Int] = [:]

  /// The mark of the next problem.
  mutating func mark(_ problem: Problem) -> String {
    let identity = "\(problem.check)\n\(problem.identity)"
    while true {
      counts[identity, default: 0] += 1
      let mark = Fingerprint.text(of: Array("\(identity)\n\(counts[identity] ?? 0)".utf8))
      // The text may be made to collide; who does so must not make a problem vanish.
      if seen.insert(mark).inserted { return mark }
    }
  }
}
