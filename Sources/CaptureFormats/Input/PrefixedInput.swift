/// Bytes that were read ahead, and then the rest of their input.
final class PrefixedInput: ByteInput {
  private var prefix: ArraySlice<UInt8>
  private let rest: any ByteInput

  init(prefix: [UInt8], rest: any ByteInput) {
    self.prefix = prefix[...]
    self.rest = rest
  }

  func read(into bytes: inout [UInt8], from start: Int) throws -> Int {
    guard !prefix.isEmpty else { return try rest.read(into: &bytes, from: start) }
    let count = min(prefix.count, bytes.count - start)
    bytes.replaceSubrange(start..<start + count, with: prefix.prefix(count))
    prefix = prefix.dropFirst(count)
    return count
  }
}
