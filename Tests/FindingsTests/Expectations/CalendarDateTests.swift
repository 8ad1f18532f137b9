import Findings
import Testing

struct CalendarDateTests {
  @Test(arguments: ["2027-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsDays(text: String) throws {
    #expect(try #require(CalendarDate(text)).description == text)
  }

  @Test(arguments: [
    "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-01", "2027-04-31", "2027-1-31", "27-01-31",
    "2027-01-31T00:00:00Z", "", "2027/01/31", "٢٠٢٧-01-31", "+027-01-31", "0000-01-01",
  ])
  func rejects(text: String) { #expect(CalendarDate(text) == nil) }

  @Test func comesInItsOrder() throws {
    let days = try ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(days == days.sorted())
  }
}
