/// Ranges of sequence numbers that were skipped, by endpoints that skipped some.
struct GapTable {
  private struct Gap {
    var start: UInt32
    var end: UInt32
  }

  private static let gapLimit = 64

  /// Endpoints whose gaps are remembered.
  let limit: Int
  /// Gaps that were not remembered.
  private(set) var beyond: UInt64 = 0
  private var gaps: [UInt64: [Gap]] = [:]

  init(limit: Int) { self.limit = limit }

  /// `id` tells endpoints apart.
  mutating func add(from start: UInt32, to end: UInt32, id: UInt64) {
    guard gaps.count < limit || gaps[id] != nil else {
      beyond += 1
      return
    }
    var list = gaps[id] ?? []
    if list.count == Self.gapLimit {
      list.removeFirst()
      beyond += 1
    }
    list.append(Gap(start: start, end: end))
    gaps[id] = list
  }

  /// Fills what lies from `start` to `end`; returns how many numbers of it had been skipped.
  mutating func fill(from start: UInt32, to end: UInt32, id: UInt64) -> UInt32 {
    guard let list = gaps[id] else { return 0 }
    var filled: UInt32 = 0
    var rest: [Gap] = []
    for gap in list {
      guard isBefore(start, gap.end), isBefore(gap.start, end) else {
        rest.append(gap)
        continue
      }
      let first = isBefore(gap.start, start) ? start : gap.start
      let last = isBefore(end, gap.end) ? end : gap.end
      filled &+= last &- first
      if first != gap.start { rest.append(Gap(start: gap.start, end: first)) }
      if last != gap.end { rest.append(Gap(start: last, end: gap.end)) }
    }
    gaps[id] = rest.isEmpty ? nil : Array(rest.suffix(Self.gapLimit))
    return filled
  }

  /// Forgets the gaps of an endpoint that is gone.
  mutating func forget(_ id: UInt64) {
    if !gaps.isEmpty { gaps[id] = nil }
  }
}
