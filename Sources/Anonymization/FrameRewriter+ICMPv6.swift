extension FrameRewriter {
  /// RFC 4443, and the addresses of neighbour discovery (RFC 4861) and listeners (RFC 2710).
  mutating func rewriteICMPv6(at place: Int) {
    guard has(place, 8) else { return }
    let type = bytes[place]
    var shown = 8
    let message = tracking(place + 4..<end) { frame in
      switch type {
      case 130...132 where frame.has(place, 24):
        frame.writeIPv6(at: place + 8)
        shown = 24
      case 133: shown = frame.rewriteOptions(from: place + 8) - place
      case 134 where frame.has(place, 16): shown = frame.rewriteOptions(from: place + 16) - place
      case 135, 136: shown = frame.rewriteNeighbor(at: place, addresses: 1)
      case 137: shown = frame.rewriteNeighbor(at: place, addresses: 2)
      case 1...4, 128, 129, 130...132, 134, 143: break
      default: shown = 4
      }
    }
    mend(checksumAt: place + 2, pseudoHeader, message)
    keep(place + shown)
  }

  /// Returns how much of the message may be shown.
  private mutating func rewriteNeighbor(at place: Int, addresses: Int) -> Int {
    let length = 8 + 16 * addresses
    guard has(place, length) else { return 8 }
    for index in 0..<addresses { writeIPv6(at: place + 8 + 16 * index) }
    return rewriteOptions(from: place + length) - place
  }

  /// Returns where those end that are known: addresses of adapters, prefixes and MTUs.
  private mutating func rewriteOptions(from start: Int) -> Int {
    var place = start
    while has(place, 8) {
      switch (bytes[place], bytes[place + 1]) {
      case (1, 1), (2, 1):
        writeMAC(at: place + 2)
        place += 8
      case (3, 4) where has(place, 32):
        writeIPv6(at: place + 16, prefixLength: Int(bytes[place + 2]))
        place += 32
      case (5, 1): place += 8
      default: return place
      }
    }
    return place
  }
}
