import Charts
import Testing
import Wording

@Suite struct NumbersTests {
  @Test func groupsThousands() {
    #expect(Numbers.count(0) == "0")
    #expect(Numbers.count(999) == "999")
    #expect(Numbers.count(12_345) == "12,345")
    #expect(Numbers.count(1, "packet") == "1 packet")
    #expect(Numbers.count(1_200, "packet") == "1,200 packets")
    #expect(Numbers.count(UInt64.max) == "18,446,744,073,709,551,615")
    #expect(Numbers.count(Int64.min) == "−9,223,372,036,854,775,808")
  }

  @Test func writesThreeSignificantDigitsWithAPrefix() {
    #expect(Numbers.bytes(0) == "0 B")
    #expect(Numbers.bytes(999) == "999 B")
    #expect(Numbers.bytes(1_200_000_000) == "1.2 GB")
    #expect(Numbers.bitRate(12_400_000) == "12.4 Mbit/s")
    #expect(Numbers.bitRate(0.25) == "0.25 bit/s")
    #expect(Numbers.compact(1_500) == "1.5 k")
    #expect(Numbers.bytes(UInt64.max) == "18.4 EB")
  }

  @Test func takesTheNextPrefixForWhatRoundsToAThousand() {
    #expect(Numbers.bytes(999_499) == "999 kB")
    #expect(Numbers.bytes(999_500) == "1 MB")
  }

  @Test func writesDurationsInAtMostTwoUnits() {
    #expect(Numbers.duration(nanoseconds: 0) == "0 s")
    #expect(Numbers.duration(nanoseconds: 850) == "850 ns")
    #expect(Numbers.duration(nanoseconds: 34_000_000) == "34 ms")
    #expect(Numbers.duration(nanoseconds: 1_250_000_000) == "1.25 s")
    #expect(Numbers.duration(nanoseconds: 999_700_000) == "1 s")
    #expect(Numbers.duration(nanoseconds: 125_000_000_000) == "2 min 5 s")
    #expect(Numbers.duration(nanoseconds: 59_990_000_000) == "1 min")
    #expect(Numbers.duration(nanoseconds: 273_600_000_000_000) == "3 d 4 h")
    #expect(Numbers.duration(nanoseconds: .max) == "292 years 98 d")
    #expect(Numbers.duration(nanoseconds: .min) == "−292 years 98 d")
  }

  @Test func neverRoundsSomethingToNothingOrToAll() {
    #expect(Numbers.percent(0, of: 10) == "0 %")
    #expect(Numbers.percent(1, of: 0) == "0 %")
    #expect(Numbers.percent(1, of: 1_000_000) == "<0.1 %")
    #expect(Numbers.percent(999_999, of: 1_000_000) == ">99.9 %")
    #expect(Numbers.percent(124, of: 1_000) == "12.4 %")
    #expect(Numbers.percent(1, of: 2) == "50.0 %")
    #expect(Numbers.percent(10, of: 10) == "100 %")
  }

  @Test func surviveWhatIsNotANumber() {
    #expect(Numbers.bitRate(.nan) == "– bit/s")
    #expect(Numbers.bitRate(.infinity) == "∞ bit/s")
    #expect(!Numbers.bitRate(1e300).isEmpty)
    #expect(!Numbers.decimal(1e300, places: 2).isEmpty)
  }
}
