import CaptureFormats
import Findings
import Testing
import TrafficAnalysis
import Wording

struct CertificateOutsideValidityTests {
  private func found(_ certificates: TLSCertificate...) -> [Finding] {
    var snapshot = Snapshot()
    snapshot.observations.certificates = certificates
    return CertificateOutsideValidity.findings(in: FindingContext(snapshot))
  }

  @Test func findsWhatIsExpiredAndWhatIsNotYetValid() throws {
    let late = try #require(found(certificate(day: 91)).first)
    #expect(late.severity == .error && late.measured == 1 && late.packets == [7])
    #expect(late.subject.text == "10.0.0.2:443/tcp")
    #expect(late.detail.text.contains("CN=press.example expired at"))
    #expect(
      late.filter == "ip.src == 10.0.0.2 && tcp.srcport == 443 && tls.handshake.type == 11")
    let early = try #require(found(certificate(day: -2)).first)
    #expect(early.measured == 2 && early.detail.text.contains("not valid before 2026-01-01"))
  }

  @Test func saysNothingOfWhatIsValid() {
    #expect(found(certificate(day: 0), certificate(day: 90)).isEmpty)
  }

  @Test func takesTheChainForAWarningAndRootsForNothing() {
    let inChain = { (isRoot: Bool) in
      certificate(day: 91) {
        $0.chainPosition = 1
        $0.content.isSelfSigned = isRoot
      }
    }
    #expect(found(inChain(false)).map(\.severity) == [.warning])
    #expect(found(inChain(true)).isEmpty)
    let own = certificate(day: 91) { $0.content.isSelfSigned = true }
    #expect(found(own).map(\.severity) == [.error])
  }

  @Test func saysNothingWhereTheClockWasNotSet() {
    #expect(found(certificate(day: -20_400)).isEmpty)
  }

  @Test func saysOneThingOfAService() {
    let found = found(certificate(day: 91), certificate(day: 95))
    #expect(found.map(\.measured) == [5])
  }
}
