import Findings
import Testing

struct BoundTests {
  private func bound(_ text: String, _ kind: QuantityKind = .count) throws -> Bound {
    try Bound(text, of: kind, line: 1)
  }

  @Test(arguments: [
    ("< 5", [4.0], [5.0, 6]), ("<= 5", [5], [6]), ("> 5", [6], [5]), (">= 5", [5], [4]),
    ("= 5", [5], [4, 6]), ("== 5", [5], [4]), ("!= 5", [4, 6], [5]), ("5", [5], [4, 6]),
    ("at most 5", [5], [6]), ("at least 5", [5], [4]), ("less than 5", [4], [5]),
    ("more than 5", [6], [5]), ("under 5", [4], [5]), ("over 5", [6], [5]),
    ("exactly 5", [5], [4]), ("between 2 and 5", [2, 5], [1, 6]),
  ])
  func compares(text: String, met: [Double], unmet: [Double]) throws {
    let bound = try bound(text)
    for value in met { #expect(bound.holds(value), "\(value) \(text)") }
    for value in unmet { #expect(!bound.holds(value), "\(value) \(text)") }
  }

  /// Settled is what more of the same would not change.
  @Test(arguments: [
    ("< 5", [5.0], [4.0]), (">= 5", [5], [4]), ("= 5", [6], [4, 5]), ("!= 5", [6], [4, 5]),
    ("between 2 and 5", [6], [1, 3]),
  ])
  func knowsWhatIsSettled(text: String, settled: [Double], open: [Double]) throws {
    let bound = try bound(text)
    for value in settled { #expect(bound.isSettled(from: value), "\(value) \(text)") }
    for value in open { #expect(!bound.isSettled(from: value), "\(value) \(text)") }
  }

  @Test func speaksInItsUnit() throws {
    let bound = try bound("<= 34ms", .duration)
    #expect(bound.expected == "<= 34")
    #expect(bound.unitText == "ms")
    #expect(bound.measured(41_200_000) == "41.2")
    // Rounded, it would look as if it was met.
    #expect(bound.measured(34_000_001) == "34.000001")
    let range = try self.bound("between 1 and 2.5 MB", .bytes)
    #expect(range.expected == "between 1 and 2.5")
    #expect(range.holds(1_000_000) && !range.holds(999_999))
    #expect(try self.bound("between 500kB and 2MB", .bytes).expected == "between 0.5 and 2")
  }

  @Test(arguments: [
    "about 5", "between 5", "between 5 and 2", "is < 5", "< ", "<", "between 1 and",
  ])
  func rejects(text: String) {
    #expect(throws: ExpectationProblem.self) { try Bound(text, of: .count, line: 1) }
  }
}
