package import CaptureFormats
package import PacketDecoding

/// A certificate that was sent in clear text, which TLS 1.3 does not do.
package struct TLSCertificate: Sendable {
  /// An end that sent it.
  package struct Sender: Hashable, Sendable {
    package var address: IPAddress
    package var port: UInt16

    package init(address: IPAddress, port: UInt16) {
      self.address = address
      self.port = port
    }
  }

  /// The certificate in the words of its time.
  package enum Validity: String, Sendable {
    case valid, expired
    case notYetValid = "not yet valid"
    case unknown
  }

  /// SHA-256 over its DER, in lower case.
  package var fingerprint: String
  package var byteCount: Int
  package var content: X509Content
  /// Its lowest place in a chain; 0 is the sender's own.
  package var chainPosition: Int
  package var isFromClient: Bool
  package var firstSeen: Timestamp
  package var lastSeen: Timestamp
  /// How often it was sent.
  package var count: UInt64 = 0
  /// By how often each sent it, most first.
  package var senders: [Sender] = []
  /// What each of these did, in the same order.
  package var uses: [CertificateUse] = []
  /// Senders that found no room in ``senders``, each time they sent it.
  package var sendersBeyond: UInt64 = 0

  package init(
    fingerprint: String, byteCount: Int, content: X509Content, chainPosition: Int = 0,
    isFromClient: Bool = false, firstSeen: Timestamp, lastSeen: Timestamp
  ) {
    self.fingerprint = fingerprint
    self.byteCount = byteCount
    self.content = content
    self.chainPosition = chainPosition
    self.isFromClient = isFromClient
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }

  /// Judged by the times at which it was sent, not by today.
  package var validity: Validity {
    guard let notBefore = content.notBefore, let notAfter = content.notAfter else {
      return .unknown
    }
    if Self.seconds(lastSeen) > notAfter.seconds { return .expired }
    return Self.seconds(firstSeen) < notBefore.seconds ? .notYetValid : .valid
  }

  private static func seconds(_ time: Timestamp) -> Int64 {
    let quotient = time.nanoseconds / 1_000_000_000
    return time.nanoseconds % 1_000_000_000 < 0 ? quotient - 1 : quotient
  }
}
