/// What an analysis keeps, and its bounds.
package struct AnalysisOptions: Sendable {
  package static let defaultMemory = 1 << 30
  /// What is kept of every TCP flow, of it what is of every flow, and what of one with details, in bytes.
  package static let flowByteCount = recordByteCount + MemoryLayout<TCPConnection>.stride
  package static let recordByteCount = MemoryLayout<Flow>.stride
  package static let detailByteCount =
    MemoryLayout<TCPDetails>.stride + MemoryLayout<TCPTrouble>.stride

  /// What the process may take in all, in bytes; the bounds below follow from it.
  package let memory: Int
  /// Rows kept in the tables of a snapshot; 0 is all, whatever memory that takes.
  package var maxRows = 1000
  /// How many of the most recent packets are kept.
  package var recentPackets = 10_000
  /// How many of the latest DNS transactions are kept; nil for as many as a table has rows.
  package var dnsTransactions: Int?
  /// Knows where hosts are, if a database was given.
  package var locator: (any AddressLocator)?
  /// Knows the makers of network adapters, if there is a list.
  package var vendors: (any VendorDirectory)?
  /// Flows that are followed at once; beyond it the longest idle are closed into the totals.
  package var maxFlows: Int
  /// Flows kept in each part of a window of time.
  package var maxPaneFlows: Int
  /// Streams whose application is followed at once.
  package var maxStreams: Int
  /// Bytes that all of these streams hold back together.
  package var maxStreamBytes: Int
  /// Hosts in a snapshot.
  package var maxHosts: Int
  /// Server ports in a snapshot, and servers told apart behind them.
  package var maxServices: Int
  package var maxServers: Int
  /// Names in each table of names: of DNS, HTTP, TLS and of servers.
  package var maxNames: Int
  /// TLS handshakes that are told one by one.
  package var maxHandshakes: Int
  /// Certificates that are told one by one.
  package var maxCertificates: Int
  /// Bytes that the names of hosts take.
  package var maxHostNameBytes: Int
  /// Values of fields of applications, all together.
  package var maxApplicationValues: Int
  /// HTTP transactions in a snapshot.
  package var maxTransactions: Int
  /// Whether every HTTP transaction is kept until somebody takes it, instead.
  package var takesTransactions = false
  /// Requests that wait for an answer, of DNS and of ICMP echo each.
  package var maxPending: Int
  /// Pairs of addresses claimed by ARP.
  package var maxClaims: Int
  /// TCP connections that details are kept of: those that carry data or have trouble.
  package var maxTCPDetails: Int
  /// Segments of TCP that wait for their ACK, to measure round trips by.
  package var maxUnacknowledged: Int
  /// Endpoints of TCP whose lost segments are remembered.
  package var maxGaps: Int
  /// Datagrams whose fragments are followed at once.
  package var maxFragments: Int
  /// Bytes of fragments that are held until their datagram is whole.
  package var maxFragmentBytes: Int

  /// Bounds with which the process stays below `memory` bytes.
  ///
  /// What a report takes while it is drawn and written, and the program itself, come off first. The
  /// shares below are of the rest; beside each is what one entry takes at worst, with its part of an
  /// index and its copy in a snapshot where there is one. Of records of a fixed size that is what
  /// `MemoryLayout` says, rounded up; of the others, which hold strings and lists, an estimate.
  package init(memory: Int = defaultMemory) {
    self.memory = memory
    let budget = max(memory / 4, memory - 128 << 20)
    func entries(permille: Int, bytesEach: Int, atMost limit: Int) -> Int {
      min(limit, max(16, budget / 1000 * permille / bytesEach))
    }
    maxFlows = entries(permille: 304, bytesEach: Self.flowByteCount + 24, atMost: 2_000_000)
    maxTCPDetails = entries(permille: 84, bytesEach: Self.detailByteCount, atMost: 2_000_000)
    maxUnacknowledged = entries(permille: 12, bytesEach: 16, atMost: 4_000_000)
    maxHosts = entries(permille: 150, bytesEach: 184, atMost: 1_000_000)
    maxNames = entries(permille: 170, bytesEach: 1700, atMost: 100_000)
    maxPaneFlows = entries(permille: 100, bytesEach: 2200, atMost: 32_768)
    maxHandshakes = entries(permille: 17, bytesEach: 800, atMost: 50_000)
    maxCertificates = entries(permille: 8, bytesEach: 4000, atMost: 4096)
    maxHostNameBytes = entries(permille: 25, bytesEach: 1, atMost: 64 << 20)
    maxTransactions = entries(permille: 5, bytesEach: 1500, atMost: 100_000)
    maxApplicationValues = entries(permille: 10, bytesEach: 400, atMost: 20_000)
    maxServices = entries(permille: 15, bytesEach: 160, atMost: 327_680)
    maxServers = entries(permille: 15, bytesEach: 112, atMost: 1_000_000)
    maxStreams = entries(permille: 10, bytesEach: 3000, atMost: 16_384)
    maxStreamBytes = entries(permille: 20, bytesEach: 2, atMost: 64 << 20)
    maxPending = entries(permille: 16, bytesEach: 600, atMost: 65_536)
    maxClaims = entries(permille: 12, bytesEach: 160, atMost: 65_536)
    maxGaps = entries(permille: 12, bytesEach: 600, atMost: 65_536)
    maxFragments = entries(permille: 8, bytesEach: 1400, atMost: 16_384)
    maxFragmentBytes = entries(permille: 4, bytesEach: 1, atMost: 16 << 20)
  }

  /// Rows that a table keeps, for 0 as many as there are.
  var rowLimit: Int { maxRows == 0 ? .max : maxRows }

  /// Without a limit on rows, there is one on transactions that ended.
  var transactionLimit: Int { dnsTransactions ?? min(rowLimit, 100_000) }

  /// The part of these bounds that is one of several analyzers'.
  func shared(among count: Int) -> AnalysisOptions {
    guard count > 1 else { return self }
    var result = self
    let bounds: [WritableKeyPath<AnalysisOptions, Int>] = [
      \.maxFlows, \.maxStreams, \.maxStreamBytes, \.maxPending, \.maxGaps, \.maxFragments,
      \.maxFragmentBytes, \.maxTCPDetails, \.maxUnacknowledged, \.maxPaneFlows,
    ]
    for bound in bounds { result[keyPath: bound] = (self[keyPath: bound] + count - 1) / count }
    return result
  }
}
