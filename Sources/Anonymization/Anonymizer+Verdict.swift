package import Findings
package import TrafficAnalysis
internal import Wording

extension Anonymizer {
  /// A verdict on the original, told of `snapshot`, which is its image: every judgement is the same.
  package func verdict(
    _ verdict: Verdict, on snapshot: Snapshot, settings: FindingSettings
  ) -> Verdict {
    Verdict(
      judgement: verdict.judgement.retold(of: snapshot, settings: settings, subject: subject),
      expectations: verdict.expectations.map(result))
  }

  func subject(_ subject: FindingSubject) -> FindingSubject {
    switch subject {
    case .capture: .capture
    case .file(let name): .file(file(name))
    case .host(let host): .host(address(host))
    case .adapter(let adapter): .adapter(mac(adapter))
    case .service(let server, let transport, let port):
      .service(address(server), transport: transport, port: port)
    case .pair(let one, let other): .pair(address(one), address(other))
    case .use(let client, let server, let transport, let port):
      .use(client: address(client), server: address(server), transport: transport, port: port)
    // A VLAN has a number, but no name.
    case .name(let name): .name(name.hasPrefix("VLAN ") ? word(name) : self.name(name))
    }
  }

  private func result(_ original: ExpectationResult) -> ExpectationResult {
    var result = original
    result.name = sentence(result.name)
    result.expected = sentence(result.expected)
    result.measured = result.measured.replacingData(sentence)
    result.reason = result.reason.map { $0.replacingData(sentence) }
    result.subject = result.subject.map(sentence)
    return result
  }
}
