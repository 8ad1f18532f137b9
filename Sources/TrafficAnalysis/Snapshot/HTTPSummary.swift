/// HTTP in clear text, versions 1 and 2.
///
/// A message whose end is missing counts in ``requests`` or ``responses``, in the latency and among the
/// transactions; everywhere else only whole messages count, which are those that Wireshark shows.
package struct HTTPSummary: Sendable {
  package var requests: UInt64 = 0
  package var responses: UInt64 = 0
  /// Of these, the ones of which bytes are missing.
  package var incompleteRequests: UInt64 = 0
  package var incompleteResponses: UInt64 = 0
  package var methods: [Tally] = []
  /// By status code, "200".
  package var statuses: [Tally] = []
  /// Requests by version, "HTTP/1.1".
  package var versions: [Tally] = []
  package var hosts = Ranked<HTTPHost>()
  /// Responses with an error status by host and status, most first.
  package var errors = Ranked<HTTPError>()
  package var userAgents: [Tally] = []
  /// Responses by the software that the server names.
  package var servers: [Tally] = []
  /// Responses by media type, "text/html".
  package var contentTypes: [Tally] = []
  /// Responses by coding, "gzip".
  package var contentEncodings: [Tally] = []
  /// Messages by the proxies that they say they came through.
  package var proxies: [Tally] = []
  /// Requests in which a proxy says for whom it asks.
  package var forwardedRequests: UInt64 = 0
  /// What connections were turned into, "websocket"; "CONNECT" for tunnels.
  package var upgrades: [Tally] = []
  package var requestBodyBytes: UInt64 = 0
  package var responseBodyBytes: UInt64 = 0
  /// Request to the first line of its response.
  package var latency = Quantiles()
  /// In the order of time. Where there are too many, those that failed and the slowest.
  package var transactions = Ranked<HTTPTransaction>()

  package init() {}
}
