import CaptureFormats
import TestSupport
import Testing

/// Small captures with some of their bytes changed: whatever comes of it, reading ends without a trap.
struct CaptureFuzzTests {
  /// Together they make more than 200,000; each gives up after this time on a slow machine.
  static let mutations = 70_000
  static let patience = Duration.seconds(20)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func survivesAnyChangeOfBytes(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let seeds = Self.seeds
    let file = ScratchFile()
    let block = PacketBlock(capacity: 512)
    let start = ContinuousClock.now
    for number in 0..<Self.mutations {
      if number % 1024 == 0, ContinuousClock.now - start > Self.patience { break }
      file.replace(with: random.mutate(seeds[random.next(below: seeds.count)]))
      guard let capture = try? file.withPath({ try CaptureFile(path: $0) }) else { continue }
      var packets: UInt64 = 0
      while try capture.next(into: block) {
        packets += UInt64(block.records.count)
        for record in block.records {
          guard record.offset >= 0, record.capturedLength >= 0,
            record.offset + record.capturedLength <= block.bytes.count,
            record.frame.upperBound <= record.offset + record.capturedLength
          else {
            Issue.record("a record lies outside its block: seed \(seed), mutation \(number)")
            return
          }
        }
      }
      guard capture.summary.packets == packets else {
        Issue.record("the count is wrong: seed \(seed), mutation \(number)")
        return
      }
    }
  }

  private static var seeds: [[UInt8]] {
    var nanoseconds = PcapBuilder(magic: PcapBuilder.nanoseconds, bigEndian: true, minor: 3)
    var patched = PcapBuilder(magic: PcapBuilder.patched, network: 0x2400_0001)
    for payload in Samples.payloads {
      nanoseconds.add(payload)
      patched.add(payload)
    }
    var small = PcapNGBuilder(bigEndian: true, linkType: 1, snapLength: 9, options: [.init(9, [3])])
    small.simple([1, 2, 3])
    small.enhanced([4], options: [.init(1, "comment")])
    return [Samples.pcap, nanoseconds.bytes, patched.bytes, Samples.pcapng, small.bytes]
  }
}
