/// How one end used a certificate.
package struct CertificateUse: Sendable {
  package var sender: TLSCertificate.Sender
  /// True for TCP.
  package var isStream: Bool
  package var count: UInt64 = 0
  /// The number of the first packet with it; 0 if that is not known.
  package var firstPacket: UInt64 = 0
  /// The same while it was not valid; 0 if it always was.
  package var firstOutside: UInt64 = 0

  package init(sender: TLSCertificate.Sender, isStream: Bool) {
    self.sender = sender
    self.isStream = isStream
  }

  mutating func merge(_ other: CertificateUse) {
    count += other.count
    firstPacket = Self.first(firstPacket, other.firstPacket)
    firstOutside = Self.first(firstOutside, other.firstOutside)
  }

  private static func first(_ one: UInt64, _ other: UInt64) -> UInt64 {
    one == 0 || other == 0 ? max(one, other) : min(one, other)
  }
}
