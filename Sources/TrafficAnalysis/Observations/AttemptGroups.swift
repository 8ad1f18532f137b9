/// Attempts that have something in common, each group in the order of time.
struct AttemptGroups {
  let all: [ArraySlice<FailedAttempt>]

  /// Those of which none comes before the other belong together.
  init(_ attempts: [FailedAttempt], by precedes: (FailedAttempt, FailedAttempt) -> Bool) {
    let sorted = attempts.sorted { left, right in
      if precedes(left, right) { return true }
      if precedes(right, left) { return false }
      return (left.time, left.number) < (right.time, right.number)
    }
    all = sorted.split(between: precedes)
  }
}

extension Array {
  /// Runs of elements of which none comes before its neighbour; the array is sorted so.
  fileprivate func split(between precedes: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = 0
    for place in indices where place + 1 == count || precedes(self[place], self[place + 1]) {
      runs.append(self[start...place])
      start = place + 1
    }
    return runs
  }
}
