/// One number, or table of numbers, as another program gives it and as ours does.
struct Measure {
  let name: String
  private let expected: Set<String>
  private let measured: Set<String>

  init(_ name: String, expected: String?, measured: String?) {
    self.name = name
    self.expected = [expected ?? "nothing"]
    self.measured = [measured ?? "nothing"]
  }

  init(_ name: String, expected: Int?, measured: Int?) {
    self.init(name, expected: expected.map(String.init), measured: measured.map(String.init))
  }

  init(_ name: String, expected: [String: Int], measured: [String: Int]) {
    self.name = name
    self.expected = Set(expected.map { "\($0.key): \($0.value)" })
    self.measured = Set(measured.map { "\($0.key): \($0.value)" })
  }

  var agrees: Bool { expected == measured }

  /// What only one of both says, in words.
  var difference: String {
    let missing = expected.subtracting(measured).sorted().joined(separator: ", ")
    let surplus = measured.subtracting(expected).sorted().joined(separator: ", ")
    return "\(name): \(missing) expected, \(surplus) measured"
  }
}
