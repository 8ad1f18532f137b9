import CaptureFormats
import PacketDecoding

/// What is known of one certificate and of those who sent it.
struct CertificateEntry: Sendable {
  private(set) var certificate: TLSCertificate
  private var senders: [TLSCertificate.Sender: CertificateUse] = [:]

  init(certificate: TLSCertificate) { self.certificate = certificate }

  mutating func note(
    _ ends: MessageEnds, position: Int, isFromClient: Bool, time: Int64, limit: Int
  ) {
    certificate.count += 1
    certificate.chainPosition = min(certificate.chainPosition, position)
    certificate.isFromClient = certificate.isFromClient && isFromClient
    certificate.firstSeen.nanoseconds = min(certificate.firstSeen.nanoseconds, time)
    certificate.lastSeen.nanoseconds = max(certificate.lastSeen.nanoseconds, time)
    let sender = TLSCertificate.Sender(address: ends.source, port: ends.sourcePort)
    var use = CertificateUse(sender: sender, isStream: ends.isStream)
    use.count = 1
    use.firstPacket = ends.number
    if certificate.content.isOutsideValidity(at: time) { use.firstOutside = ends.number }
    add(use, limit: limit)
  }

  mutating func merge(_ other: CertificateEntry, limit: Int) {
    certificate.count += other.certificate.count
    certificate.chainPosition = min(certificate.chainPosition, other.certificate.chainPosition)
    certificate.isFromClient = certificate.isFromClient && other.certificate.isFromClient
    certificate.firstSeen = min(certificate.firstSeen, other.certificate.firstSeen)
    certificate.lastSeen = max(certificate.lastSeen, other.certificate.lastSeen)
    certificate.sendersBeyond += other.certificate.sendersBeyond
    senders.merge(other.senders) { known, use in
      var both = known
      both.merge(use)
      return both
    }
    keepEarliest(limit)
  }

  /// Those who sent it first, as one analyzer that saw all packets would have kept them.
  private mutating func keepEarliest(_ limit: Int) {
    guard senders.count > limit else { return }
    let ordered = senders.values.sorted {
      ($0.firstPacket, $0.sender) < ($1.firstPacket, $1.sender)
    }
    for use in ordered.dropFirst(limit) {
      senders[use.sender] = nil
      certificate.sendersBeyond += use.count
    }
  }

  private mutating func add(_ use: CertificateUse, limit: Int) {
    if senders[use.sender] != nil {
      senders[use.sender]?.merge(use)
    } else if senders.count < limit {
      senders[use.sender] = use
    } else {
      certificate.sendersBeyond += use.count
    }
  }

  /// With the senders in their order.
  var ranked: TLSCertificate {
    var result = certificate
    result.uses = senders.values.sorted { ($1.count, $0.sender) < ($0.count, $1.sender) }
    result.senders = result.uses.map(\.sender)
    return result
  }
}
