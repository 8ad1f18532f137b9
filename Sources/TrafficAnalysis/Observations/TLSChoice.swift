package import PacketDecoding

/// What a server of TLS chose.
package struct TLSChoice: Hashable, Sendable {
  package var version: TLSVersion
  package var cipherSuite: TLSCipherSuite

  package init(version: TLSVersion, cipherSuite: TLSCipherSuite) {
    self.version = version
    self.cipherSuite = cipherSuite
  }

  static func precedes(_ left: TLSChoice, _ right: TLSChoice) -> Bool {
    (left.version.rawValue, left.cipherSuite.rawValue)
      < (right.version.rawValue, right.cipherSuite.rawValue)
  }
}
