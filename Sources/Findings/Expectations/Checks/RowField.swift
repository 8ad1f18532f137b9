import PacketDecoding

/// What can be asked of a row of a table.
struct RowField<Row: Sendable>: Sendable {
  enum Form: Sendable {
    case names(PatternKind, @Sendable (Row) -> String?)
    case address(@Sendable (Row) -> IPAddress)
    case number(QuantityKind, noun: String, @Sendable (Row) -> Double?)
  }

  let name: String
  let meaning: String
  let form: Form

  static func names(
    _ name: String, _ kind: PatternKind, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> RowField {
    RowField(name: name, meaning: meaning, form: .names(kind, value))
  }

  static func address(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> IPAddress
  ) -> RowField {
    RowField(name: name, meaning: meaning, form: .address(value))
  }

  static func number(
    _ name: String, _ kind: QuantityKind, of noun: String = "", _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Double?
  ) -> RowField {
    RowField(name: name, meaning: meaning, form: .number(kind, noun: noun, value))
  }
}
