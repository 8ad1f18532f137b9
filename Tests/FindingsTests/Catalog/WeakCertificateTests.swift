import Findings
import Testing
import TrafficAnalysis

struct WeakCertificateTests {
  private func found(
    _ type: String, _ bits: Int?, _ signature: String = "SHA-256 with RSA",
    isSelfSigned: Bool = false, position: Int = 0
  ) -> [Finding] {
    findings(
      of: WeakCertificate.self,
      with: certificate {
        $0.content.keyType = type
        $0.content.keyBits = bits
        $0.content.signatureAlgorithm = signature
        $0.content.isSelfSigned = isSelfSigned
        $0.chainPosition = position
      })
  }

  @Test func findsShortKeys() throws {
    let finding = try #require(found("RSA", 1024).first)
    #expect(finding.severity == .warning && finding.measured == 1024)
    #expect(finding.threshold == 2048 && finding.packets == [7])
    #expect(found("RSA", 512).map(\.severity) == [.error])
    #expect(found("EC P-192", 192).map(\.threshold) == [224])
    #expect(found("RSA", 2048).isEmpty && found("EC P-224", 224).isEmpty)
    #expect(found("Ed25519", 256).isEmpty && found("EC 1.2.3", nil).isEmpty)
  }

  @Test func findsOldSignatures() {
    #expect(found("RSA", 2048, "SHA-1 with RSA").map(\.severity) == [.warning])
    #expect(found("RSA", 2048, "MD5 with RSA").map(\.severity) == [.error])
    #expect(found("RSA", 2048, "SHA-1 with RSA", isSelfSigned: true).isEmpty)
    #expect(found("RSA", 2048, "SHA-1 with RSA", position: 1).count == 1)
    #expect(found("RSA", 1024, "SHA-1 with RSA", isSelfSigned: true, position: 2).isEmpty)
  }
}
