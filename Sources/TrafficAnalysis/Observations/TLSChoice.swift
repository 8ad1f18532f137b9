package import PacketDecoding

/// What a server of TLS chose.
package struct TLSChoice: FastHashable, Hashable, Sendable {
  package var version: TLSVersion
  package var cipherSuite: TLSCipherSuite

  package init(version: TLSVersion, cipherSuite: TLSCipherSuite) {
    self.version = version
    self.cipherSuite = cipherSuite
  }

  package func hashed(by hash: FastHash) -> UInt64 {
    hash(UInt64(version.rawValue) << 16 | UInt64(cipherSuite.rawValue), 0)
  }

  static func precedes(_ left: TLSChoice, _ right: TLSChoice) -> Bool {
    (left.version.rawValue, left.cipherSuite.rawValue)
      < (right.version.rawValue, right.cipherSuite.rawValue)
  }
}
