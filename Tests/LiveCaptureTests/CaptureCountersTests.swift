import LiveCapture
import Testing

struct CaptureCountersTests {
  @Test func addsUpCountersThatWrap() {
    var counters = CaptureCounters()
    counters.add(.init(received: 4_000_000_000, dropped: 4_294_967_295))
    counters.add(.init(received: 1_000_000_000, dropped: 0))
    #expect(counters.received == 5_294_967_296)
    #expect(counters.dropped == 4_294_967_296)
  }

  @Test func doesNotTakeANewInterfaceForFourBillionDrops() {
    var counters = CaptureCounters()
    counters.add(.init(droppedByInterface: 5))
    counters.add(.init(droppedByInterface: 0))
    counters.add(.init(droppedByInterface: 3))
    #expect(counters.droppedByInterface == 8)
  }

  @Test func countsNothingTwice() {
    var counters = CaptureCounters()
    for _ in 0..<3 { counters.add(.init(received: 10, dropped: 2, droppedByInterface: 1)) }
    #expect(counters.received == 10 && counters.dropped == 2 && counters.droppedByInterface == 1)
  }
}
