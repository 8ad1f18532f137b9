extension UInt64 {
  /// The sum, or the largest value where 64 bits do not hold it: a report never traps over a count.
  func clampedSum(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}

extension Sequence<UInt64> {
  var clampedSum: UInt64 { reduce(0) { $0.clampedSum($1) } }
}

/// The part as a fraction of the whole, from 0 to 1; 0 of nothing is 0.
func share(_ part: UInt64, of whole: UInt64) -> Double {
  whole == 0 ? 0 : Swift.min(1, Double(part) / Double(whole))
}
