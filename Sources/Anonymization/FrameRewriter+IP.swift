internal import PacketDecoding

extension FrameRewriter {
  /// RFC 791; options, which can hold addresses, become no-operations.
  mutating func rewriteIPv4(at place: Int) {
    guard has(place, 20) else { return }
    let length = Int(bytes[place] & 15) * 4
    guard length >= 20, has(place, length) else { return }
    let header = tracking(place + 12..<place + length) { frame in
      frame.pseudoHeader = frame.tracking(place + 12..<place + 20) { frame in
        frame.writeIPv4(at: place + 12)
        frame.writeIPv4(at: place + 16)
      }
      frame.fill(place + 20..<place + length, with: 1)
    }
    mend(checksumAt: place + 10, header)
    keep(place + length)
    let total = Int(word(at: place + 2))
    if total >= length {
      wireEnd = place + total
      end = min(end, wireEnd)
    }
    // Only the first fragment begins with a transport header.
    guard word(at: place + 6) & 0x1FFF == 0 else { return }
    rewriteTransport(bytes[place + 9], at: place + length)
  }

  /// RFC 8200.
  mutating func rewriteIPv6(at place: Int) {
    guard has(place, 40) else { return }
    pseudoHeader = tracking(place + 8..<place + 40) { frame in
      frame.writeIPv6(at: place + 8)
      frame.writeIPv6(at: place + 24)
    }
    keep(place + 40)
    let length = Int(word(at: place + 4))
    if length > 0 {
      wireEnd = place + 40 + length
      end = min(end, wireEnd)
    }
    var next = bytes[place + 6]
    var offset = place + 40
    for _ in 0..<8 {
      switch next {
      case 0, 60:
        guard let size = harmlessOptions(at: offset) else { return }
        next = bytes[offset]
        offset += size
      case 44:
        guard has(offset, 8) else { return }
        keep(offset + 8)
        guard word(at: offset + 2) & 0xFFF8 == 0 else { return }
        next = bytes[offset]
        offset += 8
      default: return rewriteTransport(next, at: offset)
      }
      keep(offset)
    }
  }

  /// The length of a header whose options are padding and router alerts (RFC 2711) alone; others may hold
  /// addresses.
  private mutating func harmlessOptions(at place: Int) -> Int? {
    guard has(place, 8) else { return nil }
    let size = (Int(bytes[place + 1]) + 1) * 8
    guard has(place, size) else { return nil }
    var offset = place + 2
    while offset < place + size {
      if bytes[offset] == 0 {
        offset += 1
        continue
      }
      guard [1, 5].contains(bytes[offset]), offset + 1 < place + size else { return nil }
      let next = offset + 2 + Int(bytes[offset + 1])
      guard next <= place + size else { return nil }
      if bytes[offset] == 1 { fill(offset + 2..<next, with: 0) }
      offset = next
    }
    return size
  }
}
