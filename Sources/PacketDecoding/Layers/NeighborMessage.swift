/// A message of IPv6 neighbour discovery that names an address or a prefix (RFC 4861 section 4).
package struct NeighborMessage: Sendable {
  package enum Kind: UInt8, Sendable {
    case routerAdvertisement = 134
    case solicitation = 135
    case advertisement = 136
  }

  /// A prefix of which hosts make their addresses.
  package struct Prefix: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var address: IPAddress
    package var length: UInt8

    package static func < (left: Prefix, right: Prefix) -> Bool {
      (left.address, left.length) < (right.address, right.length)
    }

    package var description: String { "\(address)/\(length)" }
  }

  package var kind: Kind
  /// Whose adapter is asked for or told; none in the advertisement of a router.
  package var target = IPAddress.none
  /// True if the sender answers a solicitation.
  package var isSolicited = false
  /// How long the sender is a default router, in seconds; 0 if it is none.
  package var routerLifetime: UInt16 = 0
  package var prefixes: [Prefix] = []

  /// Options of one message that are read.
  private static let optionLimit = 32

  /// Reads what follows type, code and checksum; nil for other messages, and for what is cut short.
  package init?(type: UInt8, parsing reader: ByteReader) {
    guard let kind = Kind(rawValue: type) else { return nil }
    self.kind = kind
    var reader = reader
    if kind == .routerAdvertisement {
      guard let lifetime: UInt16 = reader.peek(at: 2), reader.remaining >= 12 else { return nil }
      routerLifetime = lifetime
      reader.advance(12)
      readPrefixes(&reader)
    } else {
      guard let flags: UInt32 = reader.peek(), let high: UInt64 = reader.peek(at: 4),
        let low: UInt64 = reader.peek(at: 12)
      else { return nil }
      isSolicited = kind == .advertisement && flags & 0x4000_0000 != 0
      target = IPAddress(high: high, low: low)
    }
  }

  private mutating func readPrefixes(_ reader: inout ByteReader) {
    for _ in 0..<Self.optionLimit {
      guard let type: UInt8 = reader.peek(), let length: UInt8 = reader.peek(at: 1), length > 0
      else { return }
      if type == 3, let prefix = Self.prefix(reader) { prefixes.append(prefix) }
      reader.advance(Int(length) * 8)
    }
  }

  /// A prefix information option (section 4.6.2), if hosts make addresses of it.
  private static func prefix(_ reader: ByteReader) -> Prefix? {
    guard let length: UInt8 = reader.peek(at: 2), let flags: UInt8 = reader.peek(at: 3),
      let validity: UInt32 = reader.peek(at: 4), let high: UInt64 = reader.peek(at: 16),
      let low: UInt64 = reader.peek(at: 24), flags & 0x40 != 0, validity > 0
    else { return nil }
    return Prefix(address: IPAddress(high: high, low: low), length: length)
  }
}
