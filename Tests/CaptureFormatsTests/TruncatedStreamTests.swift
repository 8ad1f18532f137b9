import CaptureFormats
import TestSupport
import Testing

/// Compressed streams that end early give at least what the format's own program gives of them.
struct TruncatedStreamTests {
  static let commands = [
    ["gzip", "-1"], ["gzip", "-9"], ["zstd", "-q"], ["zstd", "-q", "-19", "--no-check"],
    ["lz4", "-q"], ["lz4", "-q", "-B4"], ["lz4", "-q", "-BD", "-B5", "-BX"],
  ]

  /// Hands out an array in pieces.
  private final class ArrayInput: ByteInput {
    private var rest: ArraySlice<UInt8>
    private let piece: Int

    init(_ bytes: ArraySlice<UInt8>, piece: Int) {
      rest = bytes
      self.piece = piece
    }

    func read(into bytes: inout [UInt8], from start: Int) -> Int {
      let count = min(rest.count, piece, bytes.count - start)
      bytes.replaceSubrange(start..<start + count, with: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }

  /// What comes out of a stream, and whether it ended as it should.
  private func decompress(
    _ bytes: ArraySlice<UInt8>, piece: Int = .max, room: Int
  ) throws -> (bytes: [UInt8], isWhole: Bool) {
    let input = try Compression(firstBytes: bytes).decompress(ArrayInput(bytes, piece: piece))
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: room + 3)
    do {
      while true {
        let count = try input.read(into: &buffer, from: 3)
        if count == 0 { return (result, true) }
        result += buffer[3..<3 + count]
      }
    } catch is DecompressionError {
      #expect(throws: DecompressionError.self) { try input.read(into: &buffer, from: 3) }
      return (result, false)
    }
  }

  /// How many bytes the format's own program gives of each of the beginnings of a stream.
  private func delivered(of bytes: [UInt8], by program: String, lengths: [Int]) throws -> [Int] {
    let script = """
      for length in \(lengths.map { "\($0)" }.joined(separator: " ")); do
        head -c $length /dev/stdin | \(program) -dc 2>/dev/null | wc -c
      done
      """
    let output = try filter(bytes, through: ["bash", "-c", script])
    return String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }

  @Test(arguments: commands)
  func deliversAtEveryLengthWhatTheProgramDoes(command: [String]) throws {
    let original = Samples.pcap
    let compressed = try filter(original, through: command)
    let lengths = Array(4...compressed.count)
    let expected = try delivered(of: compressed, by: command[0], lengths: lengths)
    try #require(expected.count == lengths.count && expected.last == original.count)
    for (length, least) in zip(lengths, expected) {
      for room in [1, 100, 4096] {
        let (bytes, isWhole) = try decompress(compressed.prefix(length), room: room)
        #expect(bytes.count >= least && Array(original.prefix(bytes.count)) == bytes)
        #expect(isWhole == (length == compressed.count))
      }
    }
  }

  @Test(arguments: commands)
  func deliversOfALargeStreamWhatTheProgramDoes(command: [String]) throws {
    let original = Self.large
    let compressed = try filter(original, through: command)
    let lengths = (1...7).map { compressed.count * $0 / 8 + $0 }
    let expected = try delivered(of: compressed, by: command[0], lengths: lengths)
    try #require(expected.count == lengths.count)
    for (length, least) in zip(lengths, expected) {
      for (piece, room) in [(1000, 512 << 10), (.max, 512 << 10), (.max, 5000)] {
        let (bytes, isWhole) = try decompress(compressed.prefix(length), piece: piece, room: room)
        #expect(bytes.count >= least && Array(original.prefix(bytes.count)) == bytes && !isWhole)
      }
    }
  }

  /// Three quarters of a megabyte, by turns easy and hard to compress.
  static let large: [UInt8] = {
    var random = SeededGenerator(state: 9)
    return (0..<24).flatMap { turn in
      turn % 3 == 0
        ? (0..<32768).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        : [UInt8].pattern(32768, seed: turn)
    }
  }()

  @Test(arguments: [["gzip", "-1"], ["zstd", "-q"], ["lz4", "-q", "-B4", "-BX"]])
  func deliversTheBlocksBeforeADamagedOne(command: [String]) throws {
    var compressed = try filter(Self.large, through: command)
    compressed[compressed.count / 2] ^= 0x5A
    compressed[compressed.count / 2 + 1] ^= 0x5A
    let (bytes, isWhole) = try decompress(compressed[...], room: 1 << 20)
    #expect(!isWhole && bytes.count > Self.large.count / 4)
  }
}
