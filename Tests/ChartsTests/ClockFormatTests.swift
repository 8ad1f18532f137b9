import CaptureFormats
import Charts
import Testing

@Suite struct ClockFormatTests {
  private let moment = Timestamp(seconds: 1_714_559_525, nanoseconds: 123_456_789)

  @Test func writesUTC() {
    #expect(ClockFormat.utc.time(moment) == "10:32:05")
    #expect(ClockFormat.utc.time(moment, fractionDigits: 3) == "10:32:05.123")
    #expect(ClockFormat.utc.date(moment) == "1 May 2024")
    #expect(ClockFormat.utc.dateTime(moment) == "1 May 2024, 10:32:05 UTC")
    #expect(ClockFormat.rfc3339(moment) == "2024-05-01T10:32:05.123456789Z")
  }

  @Test func writesTheEndsOfTheRange() {
    let first = ClockFormat.rfc3339(Timestamp(nanoseconds: .min))
    let last = ClockFormat.rfc3339(Timestamp(nanoseconds: .max))
    #expect(first == "1677-09-21T00:12:43.145224192Z")
    #expect(last == "2262-04-11T23:47:16.854775807Z")
  }

  @Test func writesLeapDays() {
    let day = Timestamp(seconds: 951_782_400)
    #expect(ClockFormat.utc.date(day) == "29 Feb 2000")
    #expect(ClockFormat.utc.date(Timestamp(seconds: -1)) == "31 Dec 1969")
  }

  @Test func takesFixedOffsets() throws {
    let clock = try #require(ClockFormat(zoneNamed: "+05:30"))
    #expect(clock.dateTime(moment) == "1 May 2024, 16:02:05 +05:30")
    let west = try #require(ClockFormat(zoneNamed: "-1100"))
    #expect(west.date(moment) == "30 Apr 2024")
  }

  @Test func followsDaylightSavingOfNamedZones() throws {
    // A machine without the tz database has no named zones.
    guard let berlin = ClockFormat(zoneNamed: "Europe/Berlin") else { return }
    #expect(berlin.dateTime(moment) == "1 May 2024, 12:32:05 CEST")
    let winter = Timestamp(seconds: 1_704_103_200)
    #expect(berlin.dateTime(winter) == "1 Jan 2024, 11:00:00 CET")
  }

  @Test func keepsTheRuleOfAZoneForever() throws {
    guard let berlin = ClockFormat(zoneNamed: "Europe/Berlin"),
      let sydney = ClockFormat(zoneNamed: "Australia/Sydney")
    else { return }
    // The last Sunday of March 2100 is the 28th; clocks change at 01:00 UTC.
    let change: Int64 = 4_109_878_800
    #expect(berlin.dateTime(Timestamp(seconds: change - 1)) == "28 Mar 2100, 01:59:59 CET")
    #expect(berlin.dateTime(Timestamp(seconds: change)) == "28 Mar 2100, 03:00:00 CEST")
    #expect(sydney.zoneName(at: Timestamp(seconds: change)) == "AEDT")
  }

  @Test(arguments: ["Nowhere/City", "../../etc/passwd", "/etc/passwd", "+99:00", "+1", "é"])
  func refusesWhatIsNotAZone(name: String) {
    #expect(ClockFormat(zoneNamed: name) == nil)
  }
}
