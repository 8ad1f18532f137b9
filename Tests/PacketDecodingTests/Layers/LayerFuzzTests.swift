import PacketDecoding
import TestSupport
import Testing

/// Frames with some of their bytes changed: decoding keeps inside the frame and never traps.
struct LayerFuzzTests {
  /// A million in all, if the machine makes them in this time.
  static let mutations = 250_000
  static let patience = Duration.seconds(8)

  static let linkTypes: [UInt16] = [
    0, 1, 7, 9, 12, 14, 50, 51, 101, 104, 105, 107, 108, 113, 127, 129, 147, 149, 178, 192, 206,
    226, 228, 229, 239, 242, 258, 276, 999,
  ]

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func survivesAnyChangeOfBytes(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let frames = FrameCatalog.all
    var packet = DecodedPacket()
    let start = ContinuousClock.now
    for number in 0..<Self.mutations {
      if number % 1024 == 0, ContinuousClock.now - start > Self.patience { break }
      let frame = frames[random.next(below: frames.count)]
      let bytes = random.mutate(frame.bytes.array)
      let linkType =
        random.next(below: 8) == 0
        ? Self.linkTypes[random.next(below: Self.linkTypes.count)] : frame.linkType
      let wireLength =
        random.next(below: 8) == 0 ? Int(UInt32.max) : bytes.count + random.next(below: 3)
      packet.decode(bytes.span.bytes, wireLength: wireLength, linkType: linkType)
      guard packet.payload.lowerBound >= 0, packet.payload.upperBound <= bytes.count,
        packet.payloadLength >= 0, packet.wireEnd <= wireLength,
        packet.path.count <= ProtocolPath.capacity
      else {
        Issue.record("outside the frame: seed \(seed), mutation \(number), \(frame)")
        return
      }
    }
  }
}
