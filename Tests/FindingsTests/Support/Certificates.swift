import CaptureFormats
import Findings
import PacketDecoding
import TrafficAnalysis

/// A certificate of 90 days that a server of TLS sent in packet 7, on 2026-01-01 plus `day`.
func certificate(
  day: Double = 10, days: Double = 90, change: (inout TLSCertificate) -> Void = { _ in }
)
  -> TLSCertificate
{
  var content = X509Content()
  content.subject = "CN=press.example"
  let start = X509Time(year: 2026, month: 1, day: 1, hours: 0, minutes: 0, seconds: 0)
  content.notBefore = start
  content.notAfter = start
  content.notAfter?.seconds += Int64(days * 86_400)
  content.keyType = "RSA"
  content.keyBits = 2048
  content.signatureAlgorithm = "SHA-256 with RSA"
  let time = Timestamp(nanoseconds: (start.seconds + Int64(day * 86_400)) * 1_000_000_000)
  var result = TLSCertificate(
    fingerprint: "00", byteCount: 1, content: content, firstSeen: time, lastSeen: time)
  change(&result)
  var use = CertificateUse(
    sender: TLSCertificate.Sender(address: IPAddress(v4: 0x0A00_0002), port: 443), isStream: true)
  use.count = 1
  use.firstPacket = 7
  if result.content.isOutsideValidity(at: time.nanoseconds) { use.firstOutside = 7 }
  result.uses = [use]
  return result
}

/// What a rule finds where these certificates were sent.
func findings(of rule: any FindingRule.Type, with certificates: TLSCertificate...) -> [Finding] {
  var snapshot = Snapshot()
  snapshot.observations.certificates = certificates
  return rule.findings(in: FindingContext(snapshot))
}
