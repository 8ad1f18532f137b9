import Findings
import Testing

struct QuantityTests {
  @Test(arguments: [
    ("34ms", QuantityKind.duration, 34e6), ("34 ms", .duration, 34e6), ("1.5s", .duration, 1.5e9),
    ("250us", .duration, 250e3), ("250µs", .duration, 250e3), ("250μs", .duration, 250e3),
    ("7ns", .duration, 7), ("2min", .duration, 120e9), ("1 h", .duration, 3600e9),
    ("1.5MB", .bytes, 1.5e6), ("1KiB", .bytes, 1024), ("12 kB", .bytes, 12e3),
    ("3GB", .bytes, 3e9), ("2MiB", .bytes, 2_097_152), ("99", .bytes, 99), ("7 bytes", .bytes, 7),
    ("2 %", .percent, 2), ("0.5%", .percent, 0.5), ("10Mbit/s", .bitRate, 10e6),
    ("100 packets/s", .packetRate, 100), ("1_000", .count, 1000),
  ])
  func readsUnits(text: String, kind: QuantityKind, value: Double) throws {
    #expect(try Quantity(text, of: kind, line: 1).value == value)
  }

  @Test(arguments: [
    ("34mss", QuantityKind.duration, "no unit is called 'mss'; did you mean 'ms'?"),
    ("34", .duration, "'34' has no unit; write a duration, like 34ms"),
    ("2", .percent, "'2' has no unit; write a share, like 2 %"),
    ("1.5Mb", .bytes, "no unit is called 'Mb'; did you mean 'MB'?"),
    ("34ms", .bytes, "'34ms' is not an amount of bytes, like 1.5MB"),
    ("fast", .duration, "'fast' is not a duration, like 34ms"),
    ("1.2.3s", .duration, "'1.2.3s' is not a duration, like 34ms"),
    ("-5", .count, "'-5' is not a number, like 5"), ("", .count, "'' is not a number, like 5"),
  ])
  func saysWhatIsWrong(text: String, kind: QuantityKind, message: String) throws {
    let problem = #expect(throws: ExpectationProblem.self) {
      try Quantity(text, of: kind, line: 3)
    }
    #expect(problem?.text(file: "f") == "f line 3: " + message)
  }

  @Test func printsValuesInUnits() throws {
    let ms = QuantityUnit(symbol: "ms")
    #expect(Quantity.number(34e6, in: ms) == "34")
    #expect(Quantity.number(1_234_567, in: ms) == "1.235")
    #expect(Quantity.number(12, in: ms) == "1.2e-05")
    #expect(QuantityKind.bytes.readableUnit(for: 1_500_000)?.symbol == "MB")
    #expect(QuantityKind.duration.readableUnit(for: 0)?.symbol == "ns")
  }
}
