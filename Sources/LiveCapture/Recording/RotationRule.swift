/// When a recording goes on in a new file: `100MB`, `1h`, or both as `100MB,1h`, whichever comes first.
package struct RotationRule: Equatable, Sendable {
  package var bytes: UInt64?
  package var seconds: Int?

  package init(bytes: UInt64? = nil, seconds: Int? = nil) {
    self.bytes = bytes
    self.seconds = seconds
  }

  /// What is wrong with a rule.
  package struct SyntaxError: Error, Equatable, CustomStringConvertible {
    package var description: String
  }

  /// With less, a file may hold hardly more than the descriptions of its interfaces.
  private static let leastBytes: UInt64 = 100_000
  private static let mostSeconds: UInt64 = 366 * 86_400

  private static let byteUnits: [String: UInt64] = [
    "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000, "tb": 1_000_000_000_000,
    "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
  ]
  private static let timeUnits: [String: UInt64] = [
    "s": 1, "min": 60, "m": 60, "h": 3600, "d": 86_400,
  ]

  package init(_ argument: String) throws(SyntaxError) {
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      try add(String(part.drop { $0 == " " }))
    }
  }

  private mutating func add(_ part: String) throws(SyntaxError) {
    let digits = part.prefix { $0.isASCII && $0.isNumber }
    let unit = String(part.dropFirst(digits.count))
    guard let number = UInt64(digits) else {
      throw digits.isEmpty
        ? Self.unknown(part) : SyntaxError(description: "'\(part)' is too large a number")
    }
    if let factor = Self.byteUnits[unit.lowercased()] {
      guard bytes == nil else { throw SyntaxError(description: "'\(part)' is a second size") }
      bytes = try Self.product(number, factor, part, Self.leastBytes...UInt64(Int64.max))
    } else if let factor = Self.timeUnits[unit] {
      guard seconds == nil else { throw SyntaxError(description: "'\(part)' is a second time") }
      seconds = Int(try Self.product(number, factor, part, 1...Self.mostSeconds))
    } else {
      throw Self.unknown(part)
    }
  }

  private static func product(
    _ number: UInt64, _ factor: UInt64, _ part: String, _ range: ClosedRange<UInt64>
  ) throws(SyntaxError) -> UInt64 {
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    if !overflow, range.contains(product) { return product }
    let isSmall = !overflow && product < range.lowerBound
    throw SyntaxError(
      description: isSmall
        ? "'\(part)' is too little; 100kB and 1s are the least"
        : "'\(part)' is too much; 366d is the longest time")
  }

  private static func unknown(_ part: String) -> SyntaxError {
    SyntaxError(
      description: "'\(part)' is neither a size nor a time; "
        + "a size is like 100MB or 1GiB, a time like 30s, 10m, 1h or 1d, both are like 100MB,1h")
  }
}
