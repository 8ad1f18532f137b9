/// Random numbers that are the same in every run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  package var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A number below `bound`.
  package mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A copy of `bytes` with some of them changed, and sometimes without its end.
  package mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var copy = bytes
    for _ in 0..<1 + next(below: 8) where !copy.isEmpty {
      copy[next(below: copy.count)] = next() % 4 == 0 ? 0xFF : UInt8(truncatingIfNeeded: next())
    }
    if next() % 4 == 0, !copy.isEmpty { copy.removeLast(next(below: copy.count)) }
    return copy
  }
}
