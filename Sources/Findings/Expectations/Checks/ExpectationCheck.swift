/// What an expectation asks of a capture.
protocol ExpectationCheck: Sendable {
  /// In the words of the file; the expectation's name where it has no other.
  var title: String { get }
  /// What is expected, without the unit.
  var expected: String { get }
  /// Its unit, if it has one.
  var unit: String? { get }

  func outcome(on grounds: Grounds) -> CheckOutcome
}
