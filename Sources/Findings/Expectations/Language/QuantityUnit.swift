/// A unit in which a quantity may be written.
package struct QuantityUnit: Equatable, Sendable {
  package let symbol: String
  let kind: QuantityKind
  /// How many of the base unit it is: nanoseconds, bytes, bits per second.
  let factor: Double
  /// Whether values that are written by us may be in it.
  let isPreferred: Bool

  private init(_ symbol: String, _ kind: QuantityKind, _ factor: Double, isPreferred: Bool = true) {
    self.symbol = symbol
    self.kind = kind
    self.factor = factor
    self.isPreferred = isPreferred
  }

  /// Of each kind from the smallest to the largest.
  static let all: [QuantityUnit] = [
    QuantityUnit("ns", .duration, 1),
    QuantityUnit("us", .duration, 1e3),
    QuantityUnit("µs", .duration, 1e3, isPreferred: false),
    QuantityUnit("ms", .duration, 1e6),
    QuantityUnit("s", .duration, 1e9),
    QuantityUnit("min", .duration, 60e9),
    QuantityUnit("h", .duration, 3600e9),
    QuantityUnit("B", .bytes, 1),
    QuantityUnit("bytes", .bytes, 1, isPreferred: false),
    QuantityUnit("kB", .bytes, 1e3),
    QuantityUnit("KiB", .bytes, 1024, isPreferred: false),
    QuantityUnit("MB", .bytes, 1e6),
    QuantityUnit("MiB", .bytes, 1_048_576, isPreferred: false),
    QuantityUnit("GB", .bytes, 1e9),
    QuantityUnit("GiB", .bytes, 1_073_741_824, isPreferred: false),
    QuantityUnit("TB", .bytes, 1e12),
    QuantityUnit("TiB", .bytes, 1_099_511_627_776, isPreferred: false),
    QuantityUnit("%", .percent, 1),
    QuantityUnit("bit/s", .bitRate, 1),
    QuantityUnit("kbit/s", .bitRate, 1e3),
    QuantityUnit("Mbit/s", .bitRate, 1e6),
    QuantityUnit("Gbit/s", .bitRate, 1e9),
    QuantityUnit("packets/s", .packetRate, 1),
  ]

  /// The unit that is written so; the Greek letter mu is as good as the sign for micro.
  package init?(symbol: String) {
    let symbol = symbol.replacing("\u{3BC}", with: "µ")
    guard let unit = Self.all.first(where: { $0.symbol == symbol }) else { return nil }
    self = unit
  }
}
