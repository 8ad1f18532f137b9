import CaptureFormats
import Crypto
import PacketDecoding

/// The certificates that were sent, each read once.
struct CertificateLog: Sendable {
  /// Senders of one certificate that are told apart.
  private static let senderLimit = 64

  let limit: Int
  /// By the SHA-256 of their DER.
  private var entries: [String: CertificateEntry] = [:]
  /// Certificates that found no room, each time they were sent.
  private(set) var beyond: UInt64 = 0

  init(limit: Int) { self.limit = limit }

  /// Takes a chain in DER, the sender's own certificate first.
  mutating func add(
    _ chain: [[UInt8]], _ ends: MessageEnds, isFromClient: Bool, time: Int64
  ) {
    for (position, der) in chain.enumerated() {
      let fingerprint = SHA256.hash(data: der).hexadecimal
      if entries[fingerprint] == nil {
        guard entries.count < limit else {
          beyond += 1
          continue
        }
        entries[fingerprint] = CertificateEntry(
          certificate: TLSCertificate(
            fingerprint: fingerprint, byteCount: der.count, content: X509Reader.read(der),
            chainPosition: position, isFromClient: isFromClient,
            firstSeen: Timestamp(nanoseconds: time), lastSeen: Timestamp(nanoseconds: time)))
      }
      entries[fingerprint]?.note(
        ends, position: position, isFromClient: isFromClient, time: time,
        limit: Self.senderLimit)
    }
  }

  mutating func merge(_ other: CertificateLog) {
    beyond += other.beyond
    // In an order that does not change, so that it does not either what finds room.
    for (fingerprint, entry) in other.entries.sorted(by: { $0.key < $1.key }) {
      if entries[fingerprint] != nil {
        entries[fingerprint]?.merge(entry, limit: Self.senderLimit)
      } else if entries.count < limit {
        entries[fingerprint] = entry
      } else {
        beyond += entry.certificate.count
      }
    }
  }

  /// As they were seen first.
  var all: [TLSCertificate] {
    entries.values.map(\.ranked).sorted {
      ($0.firstSeen, $0.chainPosition, $0.fingerprint)
        < ($1.firstSeen, $1.chainPosition, $1.fingerprint)
    }
  }

  /// Most often sent first, then as they were seen.
  func ranked(maxRows: Int) -> Ranked<TLSCertificate> {
    let rows = entries.values.map(\.ranked).sorted {
      ($1.count, $0.firstSeen, $0.chainPosition, $0.fingerprint)
        < ($0.count, $1.firstSeen, $1.chainPosition, $1.fingerprint)
    }
    return Ranked(rows: Array(rows.prefix(maxRows)), total: rows.count)
  }
}

extension TLSCertificate.Sender: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.address, left.port) < (right.address, right.port)
  }
}
