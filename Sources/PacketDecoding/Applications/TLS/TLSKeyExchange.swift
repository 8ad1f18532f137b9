/// In what a server of TLS 1.2 or older agrees on a key (RFC 8422 section 5.4, RFC 5246 section
/// 7.4.3).
package enum TLSKeyExchange: Hashable, Sendable {
  case group(TLSGroup)
  /// A group of integers that the server chose itself, by the bits of its prime.
  case finiteField(bits: Int)

  /// Reads the body of a ServerKeyExchange; nil where the suite has nothing of this kind in it.
  init?(parsing reader: inout ByteReader, suite: TLSCipherSuite) {
    let (kind, hasHint) = suite.keyAgreement
    do throws(DecodeError) {
      if hasHint { _ = try reader.vector16() }
      switch kind {
      case .ellipticCurve:
        let namedCurve: UInt8 = 3
        guard try reader.read() == namedCurve else { return nil }
        self = .group(TLSGroup(rawValue: try reader.read()))
      case .finiteField:
        let prime = try reader.vector16()
        guard let first: UInt8 = prime.peek() else { return nil }
        self = .finiteField(bits: prime.remaining * 8 - first.leadingZeroBitCount)
      case .other: return nil
      }
    } catch {
      return nil
    }
  }
}

extension TLSKeyExchange: CustomStringConvertible {
  package var description: String {
    switch self {
    case .group(let group): group.description
    case .finiteField(let bits): "DH \(bits) bits"
    }
  }
}
