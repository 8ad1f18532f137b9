/// A version of QUIC, as long headers have it (RFC 9000 section 15).
package struct QUICVersion: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Not a version: the packet says which ones the server knows.
  package static let negotiation = QUICVersion(rawValue: 0)
  package static let v1 = QUICVersion(rawValue: 1)
  package static let v2 = QUICVersion(rawValue: 0x6B33_43CF)

  /// The number of the IETF's draft, if it is one.
  package var draft: Int? { rawValue >> 8 == 0xFF_0000 ? Int(rawValue & 0xFF) : nil }

  /// Whether its long headers are those of version 1 or 2; older drafts had others.
  package var isKnown: Bool {
    self == .v1 || self == .v2 || draft.map { (23...34).contains($0) } ?? false
  }

  /// Whether it only makes servers negotiate (RFC 9000 section 15).
  package var isReserved: Bool { rawValue & 0x0F0F_0F0F == 0x0A0A_0A0A }
}

extension QUICVersion: CustomStringConvertible {
  package var description: String {
    if self == .v1 { return "QUIC 1" }
    if self == .v2 { return "QUIC 2" }
    if let draft { return "QUIC draft \(draft)" }
    let digits = String(rawValue, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
