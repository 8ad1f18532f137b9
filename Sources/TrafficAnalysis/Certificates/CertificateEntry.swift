import CaptureFormats
import PacketDecoding

/// What is known of one certificate and of those who sent it.
struct CertificateEntry: Sendable {
  private(set) var certificate: TLSCertificate
  private var senders: [TLSCertificate.Sender: UInt64] = [:]

  init(certificate: TLSCertificate) { self.certificate = certificate }

  mutating func note(
    _ sender: TLSCertificate.Sender, position: Int, isFromClient: Bool, time: Int64, limit: Int
  ) {
    certificate.count += 1
    certificate.chainPosition = min(certificate.chainPosition, position)
    certificate.isFromClient = certificate.isFromClient && isFromClient
    certificate.firstSeen.nanoseconds = min(certificate.firstSeen.nanoseconds, time)
    certificate.lastSeen.nanoseconds = max(certificate.lastSeen.nanoseconds, time)
    add(sender, 1, limit: limit)
  }

  mutating func merge(_ other: CertificateEntry, limit: Int) {
    certificate.count += other.certificate.count
    certificate.chainPosition = min(certificate.chainPosition, other.certificate.chainPosition)
    certificate.isFromClient = certificate.isFromClient && other.certificate.isFromClient
    certificate.firstSeen = min(certificate.firstSeen, other.certificate.firstSeen)
    certificate.lastSeen = max(certificate.lastSeen, other.certificate.lastSeen)
    certificate.sendersBeyond += other.certificate.sendersBeyond
    for (sender, count) in other.senders.sorted(by: { $0.key < $1.key }) {
      add(sender, count, limit: limit)
    }
  }

  private mutating func add(_ sender: TLSCertificate.Sender, _ count: UInt64, limit: Int) {
    if senders[sender] != nil || senders.count < limit {
      senders[sender, default: 0] += count
    } else {
      certificate.sendersBeyond += count
    }
  }

  /// With the senders in their order.
  var ranked: TLSCertificate {
    var result = certificate
    result.senders = senders.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return result
  }
}
