import CaptureFormats
import TestSupport
import Testing

/// `if_tsresol` and `if_tsoffset` (draft-ietf-opsawg-pcapng section 4.2).
struct TimeResolutionTests {
  static func read(
    ticks: UInt64, resolution: UInt8?, offset: Int64? = nil, bigEndian: Bool = false
  ) throws -> (nanoseconds: Int64?, precision: String) {
    var builder = PcapNGBuilder()
    builder.section(bigEndian: bigEndian)
    var options: [PcapNGBuilder.Option] = []
    if let resolution { options.append(.init(9, [resolution])) }
    if let offset { options.append(.init(14, builder.encoded(offset))) }
    builder.interface(linkType: 1, options: options)
    builder.enhanced([1], ticks: ticks)
    let capture = try ReadCapture(builder.bytes)
    return (capture.nanoseconds.first, capture.summary.timePrecision)
  }

  @Test(arguments: 0...19 as ClosedRange<UInt8>)
  func readsEveryPowerOfTen(exponent: UInt8) throws {
    let second = (0..<exponent).reduce(1 as UInt64) { power, _ in power * 10 }
    let read = try Self.read(ticks: second, resolution: exponent)
    #expect(read.nanoseconds == 1_000_000_000)
    let names: [UInt8: String] = [0: "s", 3: "ms", 6: "us", 9: "ns", 12: "ps"]
    #expect(read.precision == names[exponent] ?? "10^-\(exponent) s")
  }

  @Test(arguments: 0..<64 as Range<UInt8>)
  func readsEveryPowerOfTwo(exponent: UInt8) throws {
    let second = UInt64(1) << UInt64(exponent)
    let read = try Self.read(ticks: second, resolution: 0x80 | exponent)
    #expect(read.nanoseconds == 1_000_000_000)
    #expect(read.precision == "2^-\(exponent) s")
  }

  @Test func cutsToWholeNanoseconds() throws {
    #expect(try Self.read(ticks: 1_999, resolution: 12).nanoseconds == 1)
    #expect(try Self.read(ticks: 3, resolution: 0x82).nanoseconds == 750_000_000)
    #expect(try Self.read(ticks: (5 << 30) + 1, resolution: 0x80 | 30).nanoseconds == 5_000_000_000)
  }

  @Test(arguments: [20, 64, 0x7F, 0x80 | 64, 0xFF] as [UInt8])
  func takesMicrosecondsForAResolutionBeyondSixtyFourBits(resolution: UInt8) throws {
    #expect(try Self.read(ticks: 7, resolution: resolution).nanoseconds == 7000)
  }

  @Test(arguments: [false, true])
  func addsTheOffsetInSeconds(bigEndian: Bool) throws {
    let later = try Self.read(ticks: 500_000, resolution: nil, offset: 10, bigEndian: bigEndian)
    #expect(later.nanoseconds == 10_500_000_000)
    let earlier = try Self.read(ticks: 500_000, resolution: 6, offset: -10, bigEndian: bigEndian)
    #expect(earlier.nanoseconds == -9_500_000_000)
  }

  @Test(
    arguments: [0, 6, 9, 19, 0x80, 0x80 | 63] as [UInt8],
    [.min, .min + 1, -1, 0, 1, .max] as [Int64])
  func clampsTimesThatDoNotFit(resolution: UInt8, offset: Int64) throws {
    for ticks in [0, 1, UInt64(Int64.max), .max] {
      let read = try Self.read(ticks: ticks, resolution: resolution, offset: offset)
      if offset == .max { #expect(read.nanoseconds == .max) }
      if offset <= .min + 1, resolution == 9 || resolution == 19 {
        #expect(read.nanoseconds == Timestamp.earliest.nanoseconds)
      }
      #expect(read.nanoseconds != PacketRecord.absentTime.nanoseconds)
    }
  }

  @Test func clampsTheTimeOfTheLargestTick() throws {
    #expect(try Self.read(ticks: .max, resolution: 0).nanoseconds == .max)
    #expect(try Self.read(ticks: .max, resolution: 6).nanoseconds == .max)
    #expect(try Self.read(ticks: .max, resolution: 9).nanoseconds == .max)
    #expect(try Self.read(ticks: .max, resolution: 19).nanoseconds == 1_844_674_407)
  }
}

struct TimestampTests {
  @Test func clampsSecondsThatDoNotFit() {
    #expect(Timestamp(seconds: .max).nanoseconds == .max)
    #expect(Timestamp(seconds: .min) == .earliest)
    #expect(Timestamp(seconds: 9_223_372_036, nanoseconds: 999_999_999).nanoseconds == .max)
    #expect(Timestamp(seconds: -1, nanoseconds: 1).nanoseconds == -999_999_999)
  }

  @Test func clampsDifferencesThatDoNotFit() {
    let (first, last) = (Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max))
    #expect(last.nanoseconds(since: first) == .max)
    #expect(first.nanoseconds(since: last) == .min)
    #expect(last.nanoseconds(since: last) == 0)
    #expect(first < last)
  }
}
