/// A fast hash of a few words, with a seed of the process so that nobody can aim at one bucket.
///
/// Nothing that is written may depend on its order.
struct FastHash {
  private let seed: UInt64

  init(seed: UInt64 = FastHash.processSeed) { self.seed = seed }

  private static let processSeed = UInt64.random(in: .min ... .max)

  /// Folds the 128-bit product, the mixing step of wyhash.
  @inline(__always)
  func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ seed).multipliedFullWidth(by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  @inline(__always)
  func callAsFunction(_ a: UInt64, _ b: UInt64) -> UInt64 { mix(mix(a, b), 0x8EBC_6AF0_9C88_C6E3) }

  @inline(__always)
  func callAsFunction(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64, _ e: UInt64) -> UInt64 {
    mix(mix(a, b) ^ e, mix(c, d))
  }
}
