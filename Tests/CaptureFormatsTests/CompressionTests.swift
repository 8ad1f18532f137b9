import CaptureFormats
import TestSupport
import Testing

struct CompressionTests {
  static let commands = [
    ["gzip", "-c"], ["gzip", "-1"], ["zstd", "-q"], ["zstd", "-q", "--no-check"],
    ["zstd", "-q", "-19", "--no-check"], ["lz4", "-q"], ["lz4", "-q", "--no-frame-crc"],
    ["lz4", "-q", "-BD", "-B4"],
  ]

  /// Captures of several sizes, from one compressed block to many.
  static let sizes = [1, 40, 900, 9000]

  static func capture(packets: Int, compressible: Bool = false) -> (bytes: [UInt8], [[UInt8]]) {
    var builder = PcapBuilder()
    var random = SeededGenerator(state: 5)
    let payloads = (0..<packets).map { _ in
      let words =
        compressible ? [UInt64](repeating: 0, count: 25) : (0..<25).map { _ in random.next() }
      return words.reduce(into: []) { $0.appendNetwork($1) }
    }
    for payload in payloads { builder.add(payload) }
    return (builder.bytes, payloads)
  }

  static func compress(_ bytes: [UInt8], _ command: [String]) throws -> [UInt8] {
    try filter(bytes, through: command)
  }

  @Test(arguments: commands, sizes)
  func readsWhatWasCompressed(command: [String], packets: Int) throws {
    for compressible in [false, true] {
      let (bytes, payloads) = Self.capture(packets: packets, compressible: compressible)
      let file = ScratchFile(try Self.compress(bytes, command))
      for capacity in [4096, PacketBlock.defaultCapacity] {
        let capture = try ReadCapture(file, blockCapacity: capacity)
        #expect(capture.payloads == payloads)
        #expect(capture.summary.cutShort == nil)
        #expect(capture.summary.compression == command[0])
      }
    }
  }

  @Test(arguments: commands)
  func readsSeveralStreamsInARow(command: [String]) throws {
    let (bytes, payloads) = Self.capture(packets: 100)
    let pieces = [bytes[..<30], bytes[30..<31], bytes[31..<9000], bytes[9000...]]
    let compressed = try pieces.flatMap { try Self.compress(Array($0), command) }
    let capture = try ReadCapture(compressed)
    #expect(capture.payloads == payloads)
    #expect(capture.summary.cutShort == nil)
  }

  @Test(arguments: [["gzip", "-1"], ["zstd", "-q"], ["lz4", "-q", "-B4"]])
  func deliversWhatStandsBeforeTheEndOfATruncatedStream(command: [String]) throws {
    let (bytes, payloads) = Self.capture(packets: 9000)
    let compressed = try Self.compress(bytes, command)
    var most = 0
    for quarter in 1..<4 {
      let capture = try ReadCapture(Array(compressed.prefix(compressed.count * quarter / 4)))
      let count = capture.packets.count
      #expect(capture.payloads == Array(payloads.prefix(count)))
      #expect(count > most && count < payloads.count)
      most = count
      let cut = try #require(capture.summary.cutShort)
      #expect(cut.reason == "the \(command[0]) stream ends early")
      #expect(cut.packet == UInt64(count))
      #expect(cut.offset >= UInt64(24 + count * 216) && cut.offset < UInt64(24 + (count + 1) * 216))
    }
  }

  @Test(arguments: [["gzip", "-1"], ["zstd", "-q"], ["lz4", "-q"]])
  func endsAtEveryOffsetWithoutATrap(command: [String]) throws {
    let compressed = try Self.compress(Samples.pcap, command)
    let file = ScratchFile()
    for length in 4..<compressed.count {
      file.replace(with: Array(compressed.prefix(length)))
      guard let capture = try? ReadCapture(file) else { continue }
      #expect(capture.payloads == Array(Samples.payloads.prefix(capture.packets.count)))
      #expect(capture.summary.cutShort != nil)
    }
  }

  @Test(arguments: [["gzip", "-1"], ["zstd", "-q"], ["lz4", "-q", "-B4", "-BX"]])
  func tellsOfADamagedStream(command: [String]) throws {
    let (bytes, payloads) = Self.capture(packets: 9000)
    var compressed = try Self.compress(bytes, command)
    for index in compressed.count * 3 / 4..<compressed.count * 3 / 4 + 64 {
      compressed[index] ^= 0x5A
    }
    let capture = try ReadCapture(compressed)
    // What comes out may be nonsense before the decompressor tells.
    #expect(capture.packets.count <= payloads.count)
    #expect(capture.payloads.starts(with: payloads.prefix(1000)))
    let cut = try #require(capture.summary.cutShort)
    #expect(cut.packet == UInt64(capture.packets.count))
  }

  @Test func readsACaptureInACompressedCaptureAsWhatItIs() throws {
    let twice = try Self.compress(try Self.compress(Samples.pcap, ["gzip"]), ["gzip"])
    #expect(throws: CaptureError.self) { try ReadCapture(twice) }
  }
}
