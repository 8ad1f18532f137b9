import CaptureFormats
import Charts
import Testing

@Suite struct TimeAxisTests {
  private let start = Timestamp(seconds: 1_714_559_521)

  private func labels(_ span: Int64, from start: Timestamp? = nil, count: Int = 8) -> [String] {
    let start = start ?? self.start
    let end = Timestamp(nanoseconds: start.nanoseconds + span)
    return TimeAxis(from: start, to: end, count: count, clock: .utc).ticks.map(\.label)
  }

  @Test func labelsSecondsWithinAMinute() {
    #expect(
      labels(4_000_000_000, count: 5) == [
        "10:32:01", "10:32:02", "10:32:03", "10:32:04", "10:32:05",
      ])
  }

  @Test func labelsFractionsAsFineAsTheStep() {
    #expect(
      labels(10_000_000, count: 2) == [
        "10:32:01.000", "10:32:01.005", "10:32:01.010",
      ])
    #expect(labels(2_000, count: 2).last == "10:32:01.000002")
  }

  @Test func labelsHoursWithoutSeconds() {
    #expect(labels(12 * 3_600_000_000_000, count: 4) == ["12:00", "15:00", "18:00", "21:00"])
  }

  @Test func saysTheDateWhereItChanges() {
    let end = Timestamp(nanoseconds: start.nanoseconds + 36 * 3_600_000_000_000)
    let ticks = TimeAxis(from: start, to: end, count: 6, clock: .utc).ticks
    #expect(ticks.compactMap(\.context) == ["1 May 2024", "2 May 2024"])
    #expect(ticks.map(\.label) == ["12:00", "18:00", "00:00", "06:00", "12:00", "18:00"])
  }

  @Test func labelsDaysMonthsAndYears() {
    let day: Int64 = 86_400_000_000_000
    #expect(labels(5 * day, count: 6).first == "2 May")
    #expect(labels(200 * day, count: 8).prefix(2) == ["Jun", "Jul"])
    #expect(labels(9 * 365 * day, count: 10).prefix(2) == ["2025", "2026"])
  }

  @Test(arguments: [0, 1, 1_000, 1_000_000_000, 86_400_000_000_000, Int64.max])
  func hasFewLabelsInOrderForAnySpan(span: Int64) {
    for start in [Int64.min, -1, 0, 1_714_559_521_000_000_000, Int64.max - 1] {
      let end = start.addingReportingOverflow(span)
      let axis = TimeAxis(
        from: Timestamp(nanoseconds: start),
        to: Timestamp(nanoseconds: end.overflow ? .max : end.partialValue), count: 8, clock: .utc)
      #expect((1...10).contains(axis.ticks.count))
      #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0.time < $1.time })
      #expect(axis.ticks.allSatisfy { (0...1).contains(axis.fraction($0.time)) })
    }
  }
}
