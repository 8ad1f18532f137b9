/// How many different targets a run of attempts had within a span of time.
struct DistinctTargets {
  /// The most there were at once.
  private(set) var most = 0
  /// Packets of attempts on targets that were new within the span.
  private(set) var packets = PacketNumbers()

  /// `attempts` are in the order of time.
  init<Target: Hashable>(
    _ attempts: ArraySlice<FailedAttempt>, within span: Int64, target: (FailedAttempt) -> Target
  ) {
    var counts: [Target: Int] = [:]
    var oldest = attempts.startIndex
    for attempt in attempts {
      while attempt.time &- attempts[oldest].time > span {
        let gone = target(attempts[oldest])
        if let count = counts[gone] { counts[gone] = count > 1 ? count - 1 : nil }
        oldest += 1
      }
      let wanted = target(attempt)
      let count = counts[wanted] ?? 0
      if count == 0 { packets.add(attempt.number) }
      counts[wanted] = count + 1
      most = max(most, counts.count)
    }
  }
}
