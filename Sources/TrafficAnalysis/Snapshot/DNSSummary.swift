package import CaptureFormats
package import PacketDecoding

/// Unicast DNS.
package struct DNSSummary: Sendable {
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0
  /// Queries without a response in the capture, each counted once however often it was sent.
  package var unanswered: UInt64 = 0
  /// Queries that were sent again before an answer came.
  package var retransmissions: UInt64 = 0
  /// Responses whose query is not in the capture, or was answered before.
  package var unsolicited: UInt64 = 0
  /// Responses that did not fit into a datagram (the TC bit).
  package var truncated: UInt64 = 0
  /// Messages by what they are for, "QUERY", most first.
  package var opcodes: [Tally] = []
  /// Messages by transport protocol, most first.
  package var transports: [Tally] = []
  /// Responses by code, "NOERROR", most first; with the upper bits of EDNS.
  package var responseCodes: [Tally] = []
  /// Questions in queries by type, "AAAA", most first.
  package var types: [Tally] = []
  package var edns = DNSExtensionSummary()
  /// Names asked for, most queries first; a query counts under its first question.
  package var names = Ranked<DNSName>()
  /// Names that only responses hold, because their queries are not in the capture.
  package var responseNames = Ranked<DNSName>()
  /// Servers asked, most queries first.
  package var servers = Ranked<DNSServer>()
  /// The latest transactions, oldest of them first.
  package var transactions = Ranked<DNSTransaction>()
  /// Query to response.
  package var latency = Quantiles()
  package var latencyDistribution = DurationDistribution()

  package init() {}

  /// Names asked for, and behind them those that only responses hold.
  package var allNames: Ranked<DNSName> {
    Ranked(
      rows: names.rows + responseNames.rows,
      total: names.total.addingReportingOverflow(responseNames.total).partialValue)
  }
}

/// What messages said in EDNS records (RFC 6891).
package struct DNSExtensionSummary: Equatable, Sendable {
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0
  /// Queries that ask for the records of DNSSEC (the DO bit).
  package var dnssecQueries: UInt64 = 0
  /// Messages by version of EDNS.
  package var versions: [Tally] = []
  /// Queries by the size of a UDP message that they take.
  package var udpSizes: [Tally] = []

  package init() {}
}

/// A name that was asked for.
package struct DNSName: Sendable {
  /// Without the final dot, in lower case if it was written in several ways; "<Root>" for the root, as
  /// Wireshark has it, and empty for queries without a question that can be read.
  package var name: String
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0
  /// Responses with code NXDOMAIN.
  package var nonexistent: UInt64 = 0
  /// Responses with a code that is neither NOERROR nor NXDOMAIN.
  package var failed: UInt64 = 0

  package init(name: String) { self.name = name }
}

/// A DNS server that was asked.
package struct DNSServer: Sendable {
  package var address: IPAddress
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0
  /// Queries to it without a response in the capture, each counted once however often it was sent.
  package var unanswered: UInt64 = 0
  /// Responses with code NXDOMAIN.
  package var nonexistent: UInt64 = 0
  /// Responses with a code that is neither NOERROR nor NXDOMAIN.
  package var failed: UInt64 = 0
  /// Query to response, over all transactions that were timed; nil without any.
  package var meanLatencyNanoseconds: Int64?
  package var maximumLatencyNanoseconds: Int64?

  package init(address: IPAddress) { self.address = address }
}

/// A query and its response, or one of them alone.
package struct DNSTransaction: Sendable {
  /// When the query was first sent; of a response alone, when that came.
  package var time: Timestamp
  package var client: IPAddress
  package var clientPort: UInt16 = 0
  package var server: IPAddress
  package var serverPort: UInt16 = 0
  /// "UDP" or "TCP".
  package var transport = ""
  package var id: UInt16 = 0
  package var name = ""
  /// The type that was asked for, "AAAA"; empty without a question.
  package var type = ""
  /// "NXDOMAIN"; nil without a response.
  package var responseCode: String?
  /// The data of the answers in a few words, at most 255 bytes.
  package var answers = ""
  /// Nil where not both were seen.
  package var latencyNanoseconds: Int64?
  /// Bytes of the messages; nil for one that was not seen.
  package var queryBytes: Int?
  package var responseBytes: Int?
  /// How often the query was sent again.
  package var retransmissions: UInt64 = 0
  package var isTruncated = false

  package init(time: Timestamp, client: IPAddress, server: IPAddress) {
    self.time = time
    self.client = client
    self.server = server
  }
}
