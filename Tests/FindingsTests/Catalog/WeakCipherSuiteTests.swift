import Findings
import Testing
import TrafficSupport
import Wording

struct WeakCipherSuiteTests {
  private func found(_ suites: UInt16...) -> [Finding] {
    findings(of: WeakCipherSuite.self) { (traffic: inout Traffic) in
      traffic.handshakes(suites.map { (0x0303, $0) })
    }
  }

  @Test func warnsOfRC4() throws {
    let found = found(0x0005, 0xC02F)
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.severity == .warning && finding.packets == [4])
    #expect(finding.detail == "1 of 2 handshakes chose TLS_RSA_WITH_RC4_128_SHA.")
    #expect(finding.filter.hasSuffix("tls.handshake.ciphersuite in {0x0005}"))
  }

  /// NULL, EXPORT, anonymous, DES.
  @Test(arguments: [0x0002, 0x0008, 0xC018, 0x0009] as [UInt16])
  func isAnErrorWithoutProtection(suite: UInt16) {
    #expect(found(suite).map(\.severity) == [.error])
  }

  /// AES, 3DES, TLS 1.3.
  @Test(arguments: [0x002F, 0x000A, 0x1301] as [UInt16])
  func saysNothingOfOthers(suite: UInt16) { #expect(found(suite).isEmpty) }
}
