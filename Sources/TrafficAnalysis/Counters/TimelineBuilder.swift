package import CaptureFormats
import PacketDecoding

/// Packets and bytes in bins of time that widen as the capture grows.
///
/// Bins begin at multiples of their width since 1970, so that the result depends neither on the order of
/// packets nor on which worker saw them.
package struct TimelineBuilder: Sendable {
  package static let binLimit = 2048
  /// 1/512 s, of which doubling makes whole seconds.
  package static let finestBin: Int64 = 1_953_125

  package private(set) var width = finestBin
  /// The number of the first bin since 1970.
  private var base: Int64 = 0
  private var used = 0
  private var packets = [UInt64](repeating: 0, count: binLimit)
  private var bytes = [UInt64](repeating: 0, count: binLimit)
  /// Bytes by bin, one row of bins for each protocol, in the order of ``rows``.
  private var byProtocol: [UInt64] = []
  /// Where a protocol's row begins in ``byProtocol``, or -1.
  private var rows = [Int](repeating: -1, count: 256)
  /// The bin of the packet before, and the times that fall into it.
  private var latest = 0
  private var latestStart: Int64 = 1
  private var latestEnd: Int64 = 0
  /// What came in that bin since it was found.
  private var fresh = Fresh()

  package init() {}

  /// Packets of one bin, before they are added to it.
  private struct Fresh: Sendable {
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
    var byProtocol = InlineArray<256, UInt64>(repeating: 0)
    /// A bit for each protocol of which there are any.
    var protocols = InlineArray<4, UInt64>(repeating: 0)
  }

  /// Counts a packet whose deepest layer has that number.
  @inline(__always)
  package mutating func add(_ time: Timestamp, bytes length: UInt64, protocol number: UInt8) {
    add(time.nanoseconds)
    fresh.bytes &+= length
    fresh.byProtocol[Int(number)] &+= length
    fresh.protocols[Int(number &>> 6)] |= 1 &<< UInt64(number & 63)
  }

  /// Counts a packet of which nothing but the time is wanted, in nanoseconds since 1970.
  @inline(__always)
  package mutating func add(_ moment: Int64) {
    if moment < latestStart || moment >= latestEnd { find(moment) }
    fresh.packets &+= 1
  }

  /// Adds what is fresh to its bin.
  private mutating func settle() {
    guard fresh.packets > 0 else { return }
    packets[latest] &+= fresh.packets
    bytes[latest] &+= fresh.bytes
    for word in fresh.protocols.indices {
      while fresh.protocols[word] != 0 {
        let number = word * 64 + fresh.protocols[word].trailingZeroBitCount
        let row = rows[number] >= 0 ? rows[number] : makeRow(number)
        byProtocol[row + latest] &+= fresh.byProtocol[number]
        fresh.byProtocol[number] = 0
        fresh.protocols[word] &= fresh.protocols[word] &- 1
      }
    }
    fresh.packets = 0
    fresh.bytes = 0
  }

  private var settled: TimelineBuilder {
    var copy = self
    copy.settle()
    return copy
  }

  private mutating func makeRow(_ number: Int) -> Int {
    rows[number] = byProtocol.count
    byProtocol += [UInt64](repeating: 0, count: Self.binLimit)
    return rows[number]
  }

  private mutating func find(_ moment: Int64) {
    settle()
    include(Self.bin(moment, width))
    let bin = Self.bin(moment, width)
    latest = Int(bin - base)
    latestStart = bin.multipliedReportingOverflow(by: width).partialValue
    latestEnd = latestStart &+ width
  }

  private static func bin(_ moment: Int64, _ width: Int64) -> Int64 {
    let quotient = moment / width
    return moment % width < 0 ? quotient - 1 : quotient
  }

  /// Makes room for a bin of the current width, widening where needed.
  private mutating func include(_ bin: Int64) {
    if used == 0 {
      base = bin
      used = 1
      return
    }
    var bin = bin
    while max(bin, base + Int64(used) - 1) - min(bin, base) >= Int64(Self.binLimit) {
      widen()
      bin = bin >> 1
    }
    if bin < base { shift(by: Int(base - bin)) }
    used = max(used, Int(bin - base) + 1)
  }

  private mutating func widen() {
    let newBase = base >> 1
    let odd = Int(base - newBase * 2)
    let used = self.used
    func halve(_ old: [UInt64]) -> [UInt64] {
      var new = [UInt64](repeating: 0, count: Self.binLimit)
      for index in 0..<used where old[index] > 0 { new[(index + odd) >> 1] += old[index] }
      return new
    }
    packets = halve(packets)
    bytes = halve(bytes)
    eachRow { halve($0) }
    self.used = ((used - 1 + odd) >> 1) + 1
    base = newBase
    width *= 2
    latestEnd = latestStart
  }

  private mutating func eachRow(_ change: ([UInt64]) -> [UInt64]) {
    for start in rows where start >= 0 {
      let range = start..<start + Self.binLimit
      byProtocol.replaceSubrange(range, with: change(Array(byProtocol[range])))
    }
  }

  private mutating func shift(by count: Int) {
    func moved(_ old: [UInt64]) -> [UInt64] {
      [UInt64](repeating: 0, count: count) + old.prefix(Self.binLimit - count)
    }
    packets = moved(packets)
    bytes = moved(bytes)
    eachRow { moved($0) }
    base -= Int64(count)
    used += count
    latestEnd = latestStart
  }

  package mutating func merge(_ other: TimelineBuilder) {
    guard other.used > 0 else { return }
    settle()
    var other = other.settled
    while other.width < width { other.widen() }
    while width < other.width {
      if used == 0 {
        width *= 2
      } else {
        widen()
      }
    }
    while true {
      let before = width
      include(other.base)
      while other.width < width { other.widen() }
      include(other.base + Int64(other.used) - 1)
      while other.width < width { other.widen() }
      if width == before { break }
    }
    let start = Int(other.base - base)
    for index in 0..<other.used {
      packets[start + index] += other.packets[index]
      bytes[start + index] += other.bytes[index]
    }
    for number in rows.indices where other.rows[number] >= 0 {
      let row = rows[number] >= 0 ? rows[number] : makeRow(number)
      for index in 0..<other.used {
        byProtocol[row + start + index] += other.byProtocol[other.rows[number] + index]
      }
    }
  }

  /// Its packets in the bins of a timeline that covers them; empty where it does not.
  package func packets(on timeline: Timeline) -> [UInt64] {
    guard used > 0, width <= timeline.binNanoseconds else { return [] }
    let packets = settled.packets
    var result = [UInt64](repeating: 0, count: timeline.packets.count)
    for index in 0..<used where packets[index] > 0 {
      let start = (base + Int64(index)).multipliedReportingOverflow(by: width).partialValue
      let (offset, overflow) = start.subtractingReportingOverflow(timeline.start.nanoseconds)
      guard !overflow, offset >= 0 else { continue }
      let bin = offset / timeline.binNanoseconds
      if bin < result.count { result[Int(bin)] += packets[index] }
    }
    return result
  }

  package func timeline() -> Timeline { settled.settledTimeline }

  private var settledTimeline: Timeline {
    var result = Timeline()
    result.binNanoseconds = width
    result.start = Timestamp(nanoseconds: base.multipliedReportingOverflow(by: width).partialValue)
    result.packets = Array(packets.prefix(used))
    result.bytes = Array(bytes.prefix(used))
    let series = rows.indices.filter { rows[$0] >= 0 }.map { number in
      let name = ProtocolID(rawValue: UInt8(number)).map { $0 == .none ? "unknown" : $0.filterName }
      return Timeline.Series(
        name: name ?? "unknown",
        bytes: Array(byProtocol[rows[number]..<rows[number] + used]))
    }
    result.byProtocol = series.sorted {
      ($1.bytes.reduce(0, &+), $0.name) < ($0.bytes.reduce(0, &+), $1.name)
    }
    return result
  }
}
