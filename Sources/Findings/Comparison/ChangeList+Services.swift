import PacketDecoding
import TrafficAnalysis
internal import Wording

extension ChangeList {
  /// Ports on which somebody answered; by server too where those are in private networks, since
  /// servers in the public one change.
  mutating func compareServices() {
    let (mine, others) = (services(of: base), services(of: new))
    let ports = (ports(of: base), ports(of: new))
    let guessed = guessedPorts(of: base).union(guessedPorts(of: new))
    comparePresence(.services, "bytes", .bytes, mine, others) { name, _ in
      guessed.contains(name) ? .ephemeralPorts : nil
    }
    comparePresence(
      .services, "connections", .connections,
      servers(of: base, where: ports.0.intersection(ports.1)),
      servers(of: new, where: ports.0.intersection(ports.1)))
    compareApplications()
  }

  private func services(of side: ComparedCapture) -> [String: Seen] {
    let servers = Dictionary(
      side.snapshot.observations.services.filter { $0.established > 0 }.map { ($0.port, $0.server) }
    ) { first, _ in first }
    let rows = side.snapshot.services.rows.filter { $0.established > 0 }.map { service in
      let server = service.transport == "TCP" ? servers[service.port] : nil
      let application = service.application.map(Phrase.init(verbatim:))
      let detail = [application, server.map { "at \($0)" }].compactMap { $0 }
      return (
        service.subject,
        Seen(
          service.bytes, times: service.established,
          detail: detail.isEmpty ? nil : detail.joined(separator: " "))
      )
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// TCP ports with an answer.
  private func ports(of side: ComparedCapture) -> Set<UInt16> {
    Set(
      side.snapshot.services.rows.lazy
        .filter { $0.transport == "TCP" && $0.established > 0 }.map(\.port))
  }

  /// Which end of a flow is the server is a guess without a handshake and a known protocol.
  private func guessedPorts(of side: ComparedCapture) -> Set<String> {
    let rows = side.snapshot.services.rows.filter { service in
      service.port >= settings.ephemeralPorts
        || service.transport != "TCP" && service.application == nil && service.port >= 1024
    }
    return Set(rows.map(\.subject))
  }

  private func servers(
    of side: ComparedCapture, where ports: Set<UInt16>
  ) -> [String: Seen] {
    let rows = side.snapshot.observations.services.filter { service in
      service.established > 0 && service.server.isPrivate && ports.contains(service.port)
        && service.port < settings.ephemeralPorts
    }
    return Dictionary(
      rows.map { service in
        let subject = FindingSubject.service(service.server, transport: "tcp", port: service.port)
        return (
          subject.text, Seen(service.established, detail: service.application.map { "\($0)" })
        )
      }
    ) { first, _ in first }
  }

  /// Ports on which another application answers than before.
  private mutating func compareApplications() {
    let before = Dictionary(base.snapshot.services.rows.map { ($0.subject, $0) }) { $1 }
    let total = Double(new.snapshot.services.rows.reduce(0.0) { $0 + Double($1.bytes) })
    for service in new.snapshot.services.rows where service.port < settings.ephemeralPorts {
      guard let old = before[service.subject], old.established > 0, service.established > 0,
        let was = old.application, let application = service.application, was != application
      else { continue }
      add(
        Change(
          .services, .changed, "\(service.subject)", measure: "application",
          before: .text("\(was)"),
          after: .text("\(application)"), unit: .none,
          relevance: total > 0 ? Double(service.bytes) / total : 0))
    }
  }
}

extension Service {
  /// "443/tcp".
  var subject: String { "\(port)/\(transport.lowercased())" }
}
