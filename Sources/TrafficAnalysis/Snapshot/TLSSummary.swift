/// TLS over TCP, DTLS and the handshakes of QUIC, as far as they are in clear text.
package struct TLSSummary: Sendable {
  /// Client hellos of TLS and QUIC; those of DTLS count in ``dtlsClientHellos``.
  package var clientHellos: UInt64 = 0
  package var serverHellos: UInt64 = 0
  package var dtlsClientHellos: UInt64 = 0
  package var dtlsServerHellos: UInt64 = 0
  /// Of the client hellos, those in the form of SSL 2.0 (RFC 5246 appendix E.2).
  package var ssl2ClientHellos: UInt64 = 0
  /// Client hellos that may hide their server name (ECH).
  package var encryptedClientHellos: UInt64 = 0
  /// Server hellos that ask for another client hello.
  package var retryRequests: UInt64 = 0
  /// Handshakes that go on with an older session.
  package var resumed: UInt64 = 0
  /// Tickets for later handshakes, before TLS 1.3.
  package var sessionTickets: UInt64 = 0
  /// Requests for a certificate of the client, before TLS 1.3.
  package var certificateRequests: UInt64 = 0
  package var heartbeats: UInt64 = 0
  /// Heartbeats that claim more than they bring (CVE-2014-0160).
  package var overlongHeartbeats: UInt64 = 0
  /// Payload of TLS over TCP behind what is in clear text.
  package var encryptedBytes: UInt64 = 0
  /// Highest versions offered by clients, "TLS 1.3".
  package var offeredVersions: [Tally] = []
  /// Versions chosen by servers.
  package var versions: [Tally] = []
  /// Cipher suites chosen by servers, by their IANA names.
  package var cipherSuites: [Tally] = []
  /// Groups in which keys were agreed on, "x25519".
  package var groups: [Tally] = []
  /// Application protocols offered by clients, and those that servers chose in clear text.
  package var alpn: [Tally] = []
  package var chosenALPN: [Tally] = []
  package var serverNames = Ranked<TLSServerName>()
  package var ja3: [Tally] = []
  package var ja3s: [Tally] = []
  package var ja4: [Tally] = []
  /// Most frequent first.
  package var alerts: [TLSAlertCount] = []
  /// Client hello to server hello.
  package var latency = Quantiles()
  /// Most often sent first.
  package var certificates = Ranked<TLSCertificate>()
  /// In the order of their time.
  package var handshakes = Ranked<TLSHandshake>()

  package init() {}

  /// Whether there is anything to show.
  package var isEmpty: Bool {
    clientHellos == 0 && serverHellos == 0 && dtlsClientHellos == 0 && dtlsServerHellos == 0
      && certificates.rows.isEmpty && alerts.isEmpty
  }
}

/// A server name asked for in client hellos (SNI, RFC 6066 section 3).
package struct TLSServerName: Sendable {
  package var name: String
  package var clientHellos: UInt64 = 0
  /// Bytes on the wire of the conversations in which it was asked for.
  package var bytes: UInt64 = 0

  package init(name: String, clientHellos: UInt64 = 0, bytes: UInt64 = 0) {
    self.name = name
    self.clientHellos = clientHellos
    self.bytes = bytes
  }
}

/// How often one side sent an alert in clear text.
package struct TLSAlertCount: Hashable, Sendable {
  /// "warning" or "fatal".
  package var level: String
  /// The IANA name, "handshake_failure".
  package var name: String
  package var isFromClient: Bool
  package var count: UInt64

  package init(level: String, name: String, isFromClient: Bool, count: UInt64) {
    self.level = level
    self.name = name
    self.isFromClient = isFromClient
    self.count = count
  }
}
