package import PacketDecoding

extension TLSVersion: FastHashable {
  package func hashed(by hash: FastHash) -> UInt64 { rawValue.hashed(by: hash) }
}

extension TLSCipherSuite: FastHashable {
  package func hashed(by hash: FastHash) -> UInt64 { rawValue.hashed(by: hash) }
}

extension TLSKeyExchange: FastHashable {
  package func hashed(by hash: FastHash) -> UInt64 {
    switch self {
    case .group(let group): hash(UInt64(group.rawValue), 0)
    case .finiteField(let bits): hash(UInt64(truncatingIfNeeded: bits), 1)
    }
  }
}

extension QUICVersion: FastHashable {
  package func hashed(by hash: FastHash) -> UInt64 { rawValue.hashed(by: hash) }
}
