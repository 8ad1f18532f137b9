import CaptureFormats
import PacketDecoding

/// Follows the sequence numbers and time stamps of one RTP stream.
struct RTPStreamTally: Sendable {
  /// A jump beyond this, or back beyond that, begins anew (RFC 3550 appendix A.1).
  private static let maximumDropout: Int16 = 3000
  private static let maximumMisorder: Int16 = 100
  private static let codecLimit = 4

  private(set) var stream: RTPStream
  /// A line for the list of packets.
  let info: String
  private var format: RTPFormat?
  private var lastType: UInt8
  /// Packets promised before the last jump.
  private var expectedBefore: UInt64 = 0
  private var firstSequence: Int64
  private var highestSequence: Int64
  private var lastTime: Int64
  /// Arrival and time stamp of the last packet with the codec whose jitter is measured.
  private var previous: (time: Int64, timestamp: UInt32)?
  /// In ticks of the codec's clock.
  private var jitter = 0.0
  private var jitterSum = 0.0
  private var highestJitter = 0.0
  private var jitterCount: UInt64 = 0

  init(_ header: RTPHeader, _ ends: MessageEnds, format: RTPFormat?, time: Int64) {
    stream = RTPStream(
      source: ends.source, sourcePort: ends.sourcePort, destination: ends.destination,
      destinationPort: ends.destinationPort, synchronizationSource: header.source,
      start: Timestamp(nanoseconds: time))
    stream.firstPacket = ends.number
    let name = format?.name ?? "type \(header.payloadType)"
    stream.codecs = [bounded(name)]
    info = "PT=\(bounded(name)), SSRC=\(stream.synchronizationSourceText)"
    self.format = format
    lastType = header.payloadType
    firstSequence = Int64(header.sequence)
    highestSequence = Int64(header.sequence) - 1
    lastTime = time
  }

  func isOf(_ header: RTPHeader, _ ends: MessageEnds) -> Bool {
    stream.synchronizationSource == header.source && stream.sourcePort == ends.sourcePort
      && stream.destinationPort == ends.destinationPort && stream.source == ends.source
      && stream.destination == ends.destination
  }

  /// Takes a packet; `announced` tells what a payload type means that was not seen before.
  @inline(__always)
  mutating func add(
    _ header: RTPHeader, byteCount: Int, time: Int64, number: UInt64,
    announced: (UInt8) -> RTPFormat?
  ) {
    stream.packets &+= 1
    stream.payloadBytes &+= UInt64(byteCount)
    lastTime = max(lastTime, time)
    if header.payloadType != lastType { change(to: header.payloadType, announced) }
    countSequence(header.sequence, number)
    if header.payloadType == format?.payloadType { measure(header, time: time) }
  }

  private mutating func change(to type: UInt8, _ announced: (UInt8) -> RTPFormat?) {
    lastType = type
    let found = announced(type)
    let name = bounded(found?.name ?? "type \(type)")
    guard !stream.codecs.contains(name), stream.codecs.count < Self.codecLimit else { return }
    stream.codecs.append(name)
    // The codec, and not the tones between its packets, is what is measured.
    if let found, !found.isEvent, format?.isEvent ?? true {
      format = found
      previous = nil
    }
  }

  @inline(__always)
  private mutating func countSequence(_ sequence: UInt16, _ number: UInt64) {
    let step = Int16(bitPattern: sequence &- UInt16(truncatingIfNeeded: highestSequence))
    if step > 0, step < Self.maximumDropout {
      highestSequence += Int64(step)
      if step > 1 { stream.packetsBehindLoss.add(number) }
    } else if step == 0 {
      stream.duplicates &+= 1
    } else if step < 0, step > -Self.maximumMisorder {
      stream.outOfOrder &+= 1
      firstSequence = min(firstSequence, highestSequence + Int64(step))
    } else {
      expectedBefore = expected
      firstSequence = Int64(sequence)
      highestSequence = Int64(sequence)
    }
  }

  private var expected: UInt64 {
    expectedBefore &+ UInt64(max(0, highestSequence - firstSequence + 1))
  }

  /// The estimator of RFC 3550 section 6.4.1.
  @inline(__always)
  private mutating func measure(_ header: RTPHeader, time: Int64) {
    defer { previous = (time, header.timestamp) }
    guard let previous, let rate = format?.clockRate else { return }
    let arrival = Double(time &- previous.time) * Double(rate) / 1e9
    let sent = Double(Int32(bitPattern: header.timestamp &- previous.timestamp))
    jitter += (abs(arrival - sent) - jitter) / 16
    jitterSum += jitter
    highestJitter = max(highestJitter, jitter)
    jitterCount &+= 1
  }

  var result: RTPStream {
    var result = stream
    result.expected = expected
    result.clockRate = format?.clockRate
    result.durationNanoseconds = lastTime &- stream.start.nanoseconds
    if jitterCount > 0, let rate = format?.clockRate, rate > 0 {
      result.jitterNanoseconds = Self.nanoseconds(jitterSum / Double(jitterCount), rate)
      result.maximumJitterNanoseconds = Self.nanoseconds(highestJitter, rate)
    }
    return result
  }

  private static func nanoseconds(_ ticks: Double, _ rate: Int) -> Int64 {
    Int64(exactly: (ticks * 1e9 / Double(rate)).rounded()) ?? .max
  }
}
