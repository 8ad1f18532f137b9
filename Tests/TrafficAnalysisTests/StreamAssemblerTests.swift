import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis

struct StreamAssemblerTests {
  /// A stream, and what came out of it: bytes, and gaps by their length.
  struct Stream {
    var assembler = StreamAssembler()
    var bytes: [UInt8] = []
    var gaps: [Int] = []
    let start: UInt32

    init(start: UInt32 = 1000) {
      self.start = start
      add(0..<0, of: [])
    }

    /// Adds `data[range]`, of which `captured` bytes were captured.
    mutating func add(_ range: Range<Int>, of data: [UInt8], captured: Int? = nil) {
      let payload = Array(data[range].prefix(captured ?? range.count))
      var (bytes, gaps) = (self.bytes, self.gaps)
      assembler.add(
        payload.span.bytes, sequence: start &+ UInt32(truncatingIfNeeded: range.lowerBound),
        wireLength: range.count, deliver: { bytes += Self.copy($0) },
        gap: { gaps.append($0.byteCount) })
      (self.bytes, self.gaps) = (bytes, gaps)
    }

    mutating func finish() {
      var (bytes, gaps) = (self.bytes, self.gaps)
      assembler.finish(
        deliver: { bytes += Self.copy($0) }, gap: { gaps.append($0.byteCount) })
      (self.bytes, self.gaps) = (bytes, gaps)
    }

    private static func copy(_ span: RawSpan) -> [UInt8] {
      var reader = ByteReader(span)
      return (try? reader.readBytes(span.byteCount)) ?? []
    }
  }

  static let data = [UInt8].pattern(1000)

  @Test(arguments: [1000, 0, 0xFFFF_FFFF, 0xFFFF_FF00, 0x7FFF_FFF0] as [UInt32])
  func putsSegmentsIntoOrder(start: UInt32) {
    var stream = Stream(start: start)
    for range in [300..<500, 0..<100, 500..<1000, 100..<300] { stream.add(range, of: Self.data) }
    #expect(stream.bytes == Self.data)
    #expect(stream.gaps.isEmpty)
  }

  @Test func takesOnlyNewBytesOfSegmentsThatOverlap() {
    var stream = Stream()
    for range in [0..<100, 50..<150, 0..<100, 20..<60, 140..<300, 200..<1000, 0..<1000] {
      stream.add(range, of: Self.data)
    }
    #expect(stream.bytes == Self.data)
  }

  @Test func takesOnlyNewBytesOfHeldSegmentsThatOverlap() {
    var stream = Stream()
    for range in [400..<700, 200..<500, 600..<1000, 200..<300, 100..<250, 0..<101] {
      stream.add(range, of: Self.data)
    }
    #expect(stream.bytes == Self.data)
    #expect(stream.gaps.isEmpty)
  }

  @Test func tellsOfBytesThatWereNotCaptured() {
    var stream = Stream()
    stream.add(0..<100, of: Self.data, captured: 40)
    stream.add(100..<200, of: Self.data)
    #expect(stream.bytes == Array(Self.data[0..<40] + Self.data[100..<200]))
    #expect(stream.gaps == [60])
  }

  @Test func tellsOfAGapAtTheEnd() {
    var stream = Stream()
    stream.add(0..<100, of: Self.data)
    stream.add(300..<400, of: Self.data, captured: 50)
    stream.add(500..<600, of: Self.data)
    #expect(stream.bytes.count == 100)
    stream.finish()
    #expect(stream.bytes == Array(Self.data[0..<100] + Self.data[300..<350] + Self.data[500..<600]))
    #expect(stream.gaps == [200, 50, 100])
  }

  @Test func givesAGapUpWhenTooMuchIsHeld() {
    let data = [UInt8].pattern(400_000)
    var stream = Stream()
    stream.add(0..<1000, of: data)
    for start in stride(from: 2000, to: 399_000, by: 1000) {
      stream.add(start..<start + 1000, of: data)
    }
    #expect(stream.gaps == [1000])
    #expect(stream.bytes == Array(data[..<1000] + data[2000..<399_000]))
  }

  @Test func givesAGapUpWhenTooManySegmentsAreHeld() {
    let data = [UInt8].pattern(2000)
    var stream = Stream()
    for start in stride(from: 1, to: 2000, by: 2) { stream.add(start..<start + 1, of: data) }
    #expect(!stream.gaps.isEmpty)
    stream.finish()
    #expect(stream.gaps.reduce(0, +) + stream.bytes.count == 2000)
  }

  @Test func beginsWithTheFirstSegmentWithoutASYN() {
    var stream = Stream()
    stream.assembler = StreamAssembler()
    stream.add(100..<200, of: Self.data)
    stream.add(0..<150, of: Self.data)
    stream.add(200..<300, of: Self.data)
    #expect(stream.bytes == Array(Self.data[100..<300]))
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func deliversEveryByteOnceInAnyOrder(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var stream = Stream(start: UInt32(truncatingIfNeeded: random.next()))
    var ranges = stride(from: 0, to: 1000, by: 50).map { $0..<$0 + 50 }
    ranges += (0..<10).map { _ in
      let start = random.next(below: 900)
      return start..<start + 1 + random.next(below: 100)
    }
    for range in ranges.shuffled(using: &random) { stream.add(range, of: Self.data) }
    #expect(stream.bytes == Self.data)
    #expect(stream.gaps.isEmpty)
  }

  @Test func survivesAnySequenceNumberAndLength() {
    var random = SeededGenerator(state: 3)
    var assembler = StreamAssembler()
    for _ in 0..<20_000 {
      let payload = [UInt8](repeating: 1, count: random.next(below: 40))
      let more = random.next(below: 4) == 0 ? Int(UInt32.max) - 40 : random.next(below: 40)
      assembler.add(
        payload.span.bytes, sequence: UInt32(truncatingIfNeeded: random.next()),
        wireLength: payload.count + more, deliver: { _ in }, gap: { _ in })
    }
    assembler.finish(deliver: { _ in }, gap: { _ in })
  }
}
