/// The kind of a QUIC packet with a long header (RFC 9000 section 17.2, RFC 9369 section 3.2).
package enum QUICPacketType: Hashable, Sendable {
  case initial, zeroRTT, handshake, retry, versionNegotiation

  /// Version 2 gave the kinds other numbers.
  init(firstByte: UInt8, version: QUICVersion) {
    let kinds: [QUICPacketType] = [.initial, .zeroRTT, .handshake, .retry]
    let number = Int(firstByte >> 4 & 3)
    self =
      switch version {
      case .negotiation: .versionNegotiation
      case .v2: kinds[(number + 3) % 4]
      default: kinds[number]
      }
  }
}
