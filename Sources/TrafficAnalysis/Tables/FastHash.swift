/// A fast hash of a few words, with a seed of the process so that nobody can aim at one bucket.
///
/// Nothing that is written may depend on its order.
package struct FastHash: Sendable {
  private let seed: UInt64
  /// That of the other factor: were it known, one could choose words that make every product zero.
  private let otherSeed: UInt64

  /// With the seed of the process.
  init() { self.init(seed: Self.processSeed) }

  package init(seed: UInt64) {
    self.seed = seed
    otherSeed = Self.fold(seed ^ 0x9E37_79B9_7F4A_7C15, 0xE703_7ED1_A0B4_28DB)
  }

  private static let processSeed = UInt64.random(in: .min ... .max)

  @inline(__always)
  func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    Self.fold(left ^ seed, right ^ otherSeed)
  }

  /// Folds the 128-bit product, the mixing step of wyhash.
  @inline(__always)
  static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  @inline(__always)
  package func callAsFunction(_ a: UInt64, _ b: UInt64) -> UInt64 {
    mix(mix(a, b), 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  package func callAsFunction(
    _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64, _ e: UInt64
  ) -> UInt64 {
    mix(mix(a, b) ^ e, mix(c, d))
  }
}
