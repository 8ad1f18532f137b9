import Findings
import Testing
import TrafficSupport
import Wording

struct ObsoleteTLSTests {
  private func found(_ versions: [UInt16]) -> [Finding] {
    findings(of: ObsoleteTLS.self) { (traffic: inout Traffic) in
      traffic.handshakes(versions.map { ($0, 0xC02F) })
    }
  }

  @Test func warnsOfTLS10And11() throws {
    let found = found([0x0303, 0x0301, 0x0302, 0x0301])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.severity == .warning && finding.measured == 3)
    #expect(finding.subject.text == "10.0.0.2:443/tcp")
    #expect(finding.detail == "3 of 4 handshakes went on in TLS 1.0, TLS 1.1.")
    #expect(finding.packets == [8, 12, 16])
    #expect(
      finding.filter == "ip.src == 10.0.0.2 && tcp.srcport == 443 && tls.handshake.type == 2"
        + " && tls.handshake.version in {0x0301, 0x0302}")
  }

  @Test func isAnErrorWithSSL3() {
    #expect(found([0x0303, 0x0300]).map(\.severity) == [.error])
  }

  @Test func saysNothingOfTLS12() { #expect(found([0x0303, 0x0303]).isEmpty) }
}
