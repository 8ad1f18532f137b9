internal import PacketDecoding

extension FrameRewriter {
  /// `number` is one of IP's protocols.
  mutating func rewriteTransport(_ number: UInt8, at place: Int) {
    switch number {
    case 1: rewriteICMP(at: place)
    case 2: rewriteIGMP(at: place)
    case 6: rewriteTCP(at: place)
    case 17: rewriteUDP(at: place)
    case 58: rewriteICMPv6(at: place)
    case 132 where has(place, 12): keep(place + 12)  // SCTP's checksum covers no address
    default: break
    }
  }

  private mutating func rewriteTCP(at place: Int) {
    guard has(place, 20) else { return }
    let length = Int(bytes[place + 12] >> 4) * 4
    let whole = length >= 20 && has(place, length) ? length : 20
    let options = tracking(place + 20..<place + whole) { frame in
      frame.clearOptions(place + 20..<place + whole)
    }
    if !mendUnfinished(checksumAt: place + 16, ipProtocol: 6, of: place) {
      mend(checksumAt: place + 16, pseudoHeader, options)
    }
    keep(place + whole)
  }

  /// What an adapter is to finish has the sum of the pseudo header in it, with the length or without; it
  /// gets that of the image. False for other checksums.
  private mutating func mendUnfinished(
    checksumAt place: Int, ipProtocol: UInt64, of start: Int
  ) -> Bool {
    for length in [0, UInt64(max(0, wireEnd - start))] {
      var (before, after) = (pseudoHeader.before, pseudoHeader.after)
      before.add(ipProtocol + length)
      after.add(ipProtocol + length)
      guard before.folded == word(at: place) else { continue }
      set(after.folded, at: place)
      return true
    }
    return false
  }

  /// Those of RFC 9293, RFC 7323 and RFC 2018 stay; addresses of MPTCP and cookies of Fast Open do not.
  private mutating func clearOptions(_ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let kind = bytes[place]
      if kind == 1 {
        place += 1
        continue
      }
      let length = place + 1 < range.upperBound ? Int(bytes[place + 1]) : 0
      guard kind != 0, length >= 2, length <= range.upperBound - place else {
        return fill(place..<range.upperBound, with: 0)
      }
      if ![2, 3, 4, 5, 8].contains(kind) { fill(place..<place + length, with: 1) }
      place += length
    }
  }

  private mutating func rewriteUDP(at place: Int) {
    guard has(place, 8) else { return }
    // 0 is none, and what would be 0 is sent as all ones (RFC 768).
    if word(at: place + 6) != 0, !mendUnfinished(checksumAt: place + 6, ipProtocol: 17, of: place) {
      mend(checksumAt: place + 6, pseudoHeader)
      if word(at: place + 6) == 0 { set(0xFFFF, at: place + 6) }
    }
    keep(place + 8)
  }

  /// RFC 792. What errors quote is cut off.
  private mutating func rewriteICMP(at place: Int) {
    guard has(place, 8) else { return }
    switch bytes[place] {
    case 0, 3, 4, 8, 11, 12, 13, 14: keep(place + 8)
    case 5:
      let gateway = tracking(place + 4..<place + 8) { $0.writeIPv4(at: place + 4) }
      mend(checksumAt: place + 2, gateway)
      keep(place + 8)
    default: keep(place + 4)
    }
  }

  /// RFC 9776; the groups of a report of version 3 are cut off.
  private mutating func rewriteIGMP(at place: Int) {
    guard has(place, 8) else { return }
    if [0x11, 0x12, 0x16, 0x17].contains(bytes[place]) {
      let group = tracking(place + 4..<place + 8) { $0.writeIPv4(at: place + 4) }
      mend(checksumAt: place + 2, group)
      keep(place + 8)
    } else {
      keep(place + (bytes[place] == 0x22 ? 8 : 4))
    }
  }
}
