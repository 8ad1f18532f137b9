internal import CaptureFormats
internal import PacketDecoding

/// Writes images over the addresses of one frame, header by header, and ends where it knows no further.
///
/// Nothing of a frame is kept that was not understood: neither payload, nor what ICMP errors quote, nor
/// the inside of tunnels, nor padding.
struct FrameRewriter {
  let anonymizer: Anonymizer
  private(set) var bytes: [UInt8]
  /// How much of the frame may be shown.
  private(set) var kept = 0
  /// Where the datagram ends in these bytes, and where it ended on the wire.
  var end: Int
  var wireEnd: Int
  /// Addresses of the IP header in front of the transport header, before and after.
  var pseudoHeader = ChecksumChange()

  init(_ frame: [UInt8], _ anonymizer: Anonymizer) {
    self.anonymizer = anonymizer
    bytes = frame
    end = frame.count
    wireEnd = frame.count
  }

  /// The frame as far as it may be shown.
  var image: [UInt8] { Array(bytes[..<kept]) }

  mutating func rewrite(_ linkType: LinkType) {
    switch linkType {
    case .ethernet: rewriteEthernet()
    case .linuxSLL: rewriteCooked(length: 16, addressLength: 5, address: 6, etherType: 14)
    case .linuxSLL2: rewriteCooked(length: 20, addressLength: 11, address: 12, etherType: 0)
    case .null, .loop:
      guard has(0, 4) else { return }
      keep(4)
      rewriteIP(at: 4)
    case .raw, .rawIP12, .rawIP14, .ipv4, .ipv6: rewriteIP(at: 0)
    default: break
    }
  }

  // MARK: - Link layer

  private mutating func rewriteEthernet() {
    guard has(0, 14) else { return }
    writeMAC(at: 0)
    writeMAC(at: 6)
    var place = 12
    // A tag is two bytes of its own and the type behind it.
    while [0x8100, 0x88A8, 0x9100].contains(word(at: place)), has(place, 6), place < 32 {
      place += 4
    }
    keep(place + 2)
    rewriteNetwork(etherType: word(at: place), at: place + 2)
  }

  /// Linux cooked captures have one link-layer address in eight bytes.
  private mutating func rewriteCooked(
    length: Int, addressLength: Int, address: Int, etherType: Int
  ) {
    guard has(0, length) else { return }
    let isMAC = bytes[addressLength] == 6
    if isMAC { writeMAC(at: address) }
    for place in address + (isMAC ? 6 : 0)..<address + 8 { bytes[place] = 0 }
    keep(length)
    rewriteNetwork(etherType: word(at: etherType), at: length)
  }

  private mutating func rewriteNetwork(etherType: UInt16, at place: Int) {
    switch etherType {
    case 0x0800 where has(place, 1) && bytes[place] >> 4 == 4: rewriteIPv4(at: place)
    case 0x86DD where has(place, 1) && bytes[place] >> 4 == 6: rewriteIPv6(at: place)
    case 0x0806: rewriteARP(at: place)
    default: break
    }
  }

  private mutating func rewriteIP(at place: Int) {
    guard has(place, 1) else { return }
    switch bytes[place] >> 4 {
    case 4: rewriteIPv4(at: place)
    case 6: rewriteIPv6(at: place)
    default: break
    }
  }

  /// RFC 826, of Ethernet and IPv4.
  private mutating func rewriteARP(at place: Int) {
    guard has(place, 28), word(at: place) == 1, word(at: place + 2) == 0x0800,
      word(at: place + 4) == 0x0604
    else { return }
    writeMAC(at: place + 8)
    writeIPv4(at: place + 14)
    writeMAC(at: place + 18)
    writeIPv4(at: place + 24)
    keep(place + 28)
  }

  // MARK: - Tools

  func has(_ place: Int, _ count: Int) -> Bool { place >= 0 && count <= end - place }

  mutating func keep(_ length: Int) { kept = length }

  func word(at place: Int) -> UInt16 { UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]) }

  mutating func set(_ word: UInt16, at place: Int) {
    bytes[place] = UInt8(word >> 8)
    bytes[place + 1] = UInt8(truncatingIfNeeded: word)
  }

  mutating func fill(_ range: Range<Int>, with byte: UInt8) {
    for place in range { bytes[place] = byte }
  }

  private func number(at place: Int, count: Int) -> UInt64 {
    bytes[place..<place + count].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func write(_ number: UInt64, at place: Int, count: Int) {
    for index in 0..<count {
      bytes[place + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * (count - 1 - index)))
    }
  }

  mutating func writeMAC(at place: Int) {
    let address = MACAddress(rawValue: number(at: place, count: 6))
    write(anonymizer.mac(address).rawValue, at: place, count: 6)
  }

  mutating func writeIPv4(at place: Int) {
    let address = IPAddress(v4: UInt32(number(at: place, count: 4)))
    write(anonymizer.address(address).low, at: place, count: 4)
  }

  /// With a length, a prefix, behind which there are no bits.
  mutating func writeIPv6(at place: Int, prefixLength: Int? = nil) {
    let address = IPAddress(
      high: number(at: place, count: 8), low: number(at: place + 8, count: 8))
    let image =
      prefixLength.map { anonymizer.network(address, length: $0) } ?? anonymizer.address(address)
    write(image.high, at: place, count: 8)
    write(image.low, at: place + 8, count: 8)
  }

  /// Lets `change` write within a range that begins a word of a checksum, and returns what that changes.
  mutating func tracking(
    _ range: Range<Int>, _ change: (inout FrameRewriter) -> Void
  ) -> ChecksumChange {
    var result = ChecksumChange()
    result.before.add(bytes.rawSpan, range)
    change(&self)
    result.after.add(bytes.rawSpan, range)
    return result
  }

  /// Makes a checksum right again; one that was wrong stays as wrong as it was (RFC 1624). One that is 0
  /// is none, or left to the adapter.
  mutating func mend(checksumAt place: Int, _ changes: ChecksumChange...) {
    guard word(at: place) != 0 else { return }
    var sum = InternetChecksum()
    sum.add(UInt64(~word(at: place)))
    for change in changes {
      sum.add(UInt64(~change.before.folded))
      sum.add(UInt64(change.after.folded))
    }
    set(~sum.folded, at: place)
  }
}
