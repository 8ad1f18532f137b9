import PacketDecoding

/// The RTP streams, at most a stated number.
struct RTPLog: Sendable {
  static let limit = 10_000

  private var streams: [RTPStreamTally] = []
  private var index = HashIndex()
  private let hash = FastHash()
  /// Packets of streams that found no room.
  private(set) var beyond: UInt64 = 0

  /// Takes a packet and returns a line for the list of packets.
  @inline(__always)
  mutating func add(
    _ header: RTPHeader, _ ends: MessageEnds, byteCount: Int, time: Int64,
    announced: (UInt8) -> RTPFormat?
  ) -> String? {
    let value = hash(
      ends.source.low ^ ends.source.high, ends.destination.low ^ ends.destination.high,
      UInt64(ends.sourcePort) << 16 | UInt64(ends.destinationPort), UInt64(header.source), 0)
    var place = index.find(value) { streams[$0].isOf(header, ends) }
    if place == nil { place = begin(value, header, ends, time: time, announced) }
    guard let place else {
      beyond &+= 1
      return nil
    }
    streams[place].add(
      header, byteCount: byteCount, time: time, number: ends.number, announced: announced)
    return streams[place].info
  }

  private mutating func begin(
    _ value: UInt64, _ header: RTPHeader, _ ends: MessageEnds, time: Int64,
    _ announced: (UInt8) -> RTPFormat?
  ) -> Int? {
    guard streams.count < Self.limit else { return nil }
    index.insert(value, place: streams.count)
    streams.append(
      RTPStreamTally(header, ends, format: announced(header.payloadType), time: time))
    return streams.count - 1
  }

  /// Adds the streams of another worker, which are between other hosts.
  mutating func merge(_ other: RTPLog) {
    beyond += other.beyond
    streams += other.streams
  }

  /// Those that a finding may be about, in the order of a report.
  var troubled: [RTPStream] {
    streams.lazy.map(\.result).filter { $0.lost > 0 || ($0.jitterNanoseconds ?? 0) > 1_000_000 }
      .sorted(by: RTPStream.precedes)
  }

  func ranked(maxRows: Int) -> Ranked<RTPStream> {
    TrafficAnalysis.ranked(
      streams.lazy.map(\.result), maxRows: maxRows, by: RTPStream.precedes)
  }
}
