/// A name or code and how often it was seen.
package struct Tally: Hashable, Sendable {
  package var name: String
  package var count: UInt64

  package init(name: String, count: UInt64) {
    self.name = name
    self.count = count
  }
}

/// HTTP/1 in clear text.
package struct HTTPSummary: Sendable {
  package var requests: UInt64 = 0
  package var responses: UInt64 = 0
  package var methods: [Tally] = []
  /// By status code, "200".
  package var statuses: [Tally] = []
  package var hosts = Ranked<HTTPHost>()
  package var userAgents: [Tally] = []
  /// Request to the first line of its response.
  package var latency = Quantiles()

  package init() {}
}

/// A host named in HTTP requests.
package struct HTTPHost: Sendable {
  package var name: String
  package var requests: UInt64 = 0
  /// Bytes on the wire of the conversations in which it was asked.
  package var bytes: UInt64 = 0

  package init(name: String, requests: UInt64 = 0, bytes: UInt64 = 0) {
    self.name = name
    self.requests = requests
    self.bytes = bytes
  }
}

/// TLS, as far as it is in clear text.
package struct TLSSummary: Sendable {
  package var clientHellos: UInt64 = 0
  package var serverHellos: UInt64 = 0
  /// Versions chosen by servers, "TLS 1.3".
  package var versions: [Tally] = []
  /// Cipher suites chosen by servers, by their IANA names.
  package var cipherSuites: [Tally] = []
  package var alpn: [Tally] = []
  package var serverNames = Ranked<TLSServerName>()
  package var ja3: [Tally] = []
  package var ja4: [Tally] = []

  package init() {}
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
