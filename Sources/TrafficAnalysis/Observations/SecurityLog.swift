import PacketDecoding

/// What messages show of the safety of services, and of how these answer.
struct SecurityLog: Sendable {
  private(set) var credentials = ServiceFactTable<CredentialKind>()
  private(set) var smb1 = ServiceFactTable<Bool>()
  private(set) var tls = ServiceFactTable<TLSChoice>(limit: 16_384)
  private(set) var refusals = LoginTable()
  private(set) var sip = ReplyHealthTable()
  private(set) var http = ReplyHealthTable()

  mutating func add(_ signs: [ApplicationSign], _ ends: MessageEnds, time: Int64) {
    for sign in signs {
      switch sign {
      case .credential(let kind): addPassword(kind, ends, time: time)
      case .loginRefused:
        refusals.add(
          from: ends.destination, to: ends.source, port: ends.sourcePort, number: ends.number,
          time: time)
      case .speaksSMB1: smb1.add(true, ends, fromServer: true, time: time)
      case .sipAnswer(let isFailure): sip.add(ends, isFailure: isFailure)
      }
    }
  }

  /// Notes a password that a client sent in clear text.
  mutating func addPassword(_ kind: CredentialKind, _ ends: MessageEnds, time: Int64) {
    credentials.add(kind, ends, fromServer: false, time: time)
  }

  /// Notes what a server of TLS chose.
  mutating func add(_ hello: TLSServerHello, _ ends: MessageEnds, time: Int64) {
    let choice = TLSChoice(version: hello.version, cipherSuite: hello.cipherSuite)
    tls.add(choice, ends, fromServer: true, time: time)
  }

  /// Notes a response; `delay` is nil where it says nothing of the server.
  mutating func add(_ response: HTTPResponse, _ ends: MessageEnds, delay: Int64?) {
    http.add(ends, isFailure: (500..<600).contains(response.status), delay: delay)
  }

  mutating func merge(_ other: SecurityLog) {
    credentials.merge(other.credentials)
    smb1.merge(other.smb1)
    tls.merge(other.tls)
    refusals.merge(other.refusals)
    sip.merge(other.sip)
    http.merge(other.http)
  }

  func fill(_ observations: inout Observations) {
    observations.credentials = credentials.sorted { $0.rawValue < $1.rawValue }
    observations.smb1 = smb1.sorted { _, _ in false }
    observations.tlsChoices = tls.sorted(by: TLSChoice.precedes)
    observations.refusedLogins = refusals.sorted
    observations.sipServers = sip.sorted
    observations.httpServers = http.sorted
  }
}
