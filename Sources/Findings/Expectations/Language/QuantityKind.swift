/// What a number measures, which decides the units that it may be written in.
package enum QuantityKind: String, CaseIterable, Sendable {
  case count, bytes, duration, percent, bitRate, packetRate

  /// How a value is written, for messages.
  var example: String {
    switch self {
    case .count: "a number, like 5"
    case .bytes: "an amount of bytes, like 1.5MB"
    case .duration: "a duration, like 34ms"
    case .percent: "a share, like 2 %"
    case .bitRate: "a rate, like 10Mbit/s"
    case .packetRate: "a rate, like 100 packets/s"
    }
  }

  /// Whether a number without a unit is clear.
  var allowsBareNumbers: Bool { self == .count || self == .bytes }

  /// The unit that values are kept in.
  var baseUnit: QuantityUnit? { QuantityUnit.all.first { $0.kind == self && $0.factor == 1 } }

  /// The unit in which a value reads well.
  package func readableUnit(for value: Double) -> QuantityUnit? {
    QuantityUnit.all.filter { $0.kind == self && $0.isPreferred }
      .last { $0.factor <= abs(value) } ?? baseUnit
  }
}
