/// How long a tick of a capture's clock is (`if_tsresol` of the pcapng draft, section 4.2).
struct TimeResolution: Hashable, Sendable {
  /// Ticks in a second.
  private(set) var ticksPerSecond: UInt64
  /// "us", "ns", "2^-10 s"; empty when nobody said.
  private(set) var name: String

  static let microseconds = TimeResolution(ticksPerSecond: 1_000_000, name: "us")
  static let nanoseconds = TimeResolution(ticksPerSecond: 1_000_000_000, name: "ns")

  private init(ticksPerSecond: UInt64, name: String) {
    self.ticksPerSecond = ticksPerSecond
    self.name = name
  }

  /// The option's octet: a power of ten, or of two if the first bit is set; nil beyond 64 bits.
  init?(option: UInt8) {
    let exponent = option & 0x7F
    if option & 0x80 != 0 {
      guard exponent < 64 else { return nil }
      self.init(ticksPerSecond: 1 << UInt64(exponent), name: "2^-\(exponent) s")
      return
    }
    guard exponent <= 19 else { return nil }
    var ticks: UInt64 = 1
    for _ in 0..<exponent { ticks *= 10 }
    let names: [UInt8: String] = [0: "s", 3: "ms", 6: "us", 9: "ns", 12: "ps"]
    self.init(ticksPerSecond: ticks, name: names[exponent] ?? "10^-\(exponent) s")
  }

  /// The moment `ticks` after 1970, moved by `offset` seconds, cut to whole nanoseconds.
  @inline(__always)
  func timestamp(ticks: UInt64, offset: Int64) -> Timestamp {
    if offset == 0 {
      // Up to the year 2262, as almost every capture is.
      if ticksPerSecond == 1_000_000, ticks < 9_223_372_036_854_775 {
        return Timestamp(nanoseconds: Int64(ticks) * 1000)
      }
      if ticksPerSecond == 1_000_000_000, ticks < UInt64(Int64.max) {
        return Timestamp(nanoseconds: Int64(ticks))
      }
    }
    let (seconds, rest) = ticks.quotientAndRemainder(dividingBy: ticksPerSecond)
    let product = rest.multipliedFullWidth(by: 1_000_000_000)
    let fraction = ticksPerSecond.dividingFullWidth(product).quotient
    let (sum, overflow) = Int64(clamping: seconds).addingReportingOverflow(offset)
    return Timestamp(
      seconds: overflow ? (offset < 0 ? .min : .max) : sum, nanoseconds: Int64(fraction))
  }
}
