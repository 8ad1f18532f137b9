import PacketDecoding
import TrafficAnalysis
internal import Wording

extension TLSCertificate {
  /// "CN=press.example" or what else names it.
  private var label: Phrase {
    for name in [content.subject, content.alternativeNames.first, content.commonName] {
      if let name, !name.isEmpty { return "\(name)" }
    }
    return "without a name"
  }

  /// "The certificate CN=press.example", as the beginning of a sentence.
  var nameOfKind: Phrase {
    chainPosition == 0 ? "The certificate \(label)" : "The certificate of the chain \(label)"
  }

  /// Who a finding about its use is about: the service of a server, or a client.
  func subject(of use: CertificateUse) -> FindingSubject {
    isFromClient
      ? .host(use.sender.address)
      : .service(
        use.sender.address, transport: use.isStream ? "tcp" : "udp", port: use.sender.port)
  }

  /// Shows the messages of a sender that hold certificates.
  func filter(of use: CertificateUse) -> String {
    DisplayFilter.all(
      DisplayFilter.sent(
        by: use.sender.address, use.isStream ? "tcp" : "udp", use.sender.port),
      "\(use.isStream ? "tls" : "dtls").handshake.type == 11")
  }
}

extension X509Time? {
  var phrase: Phrase { map { "\($0.text)" } ?? "an unknown time" }
}
