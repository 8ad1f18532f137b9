import PacketDecoding

/// Counts what the long headers of QUIC say.
struct QUICLog: Sendable {
  private var versions = BoundedTally<QUICVersion>(limit: 64)
  private var retries: UInt64 = 0
  private var negotiations: UInt64 = 0
  private var earlyData: UInt64 = 0
  private var initials: UInt64 = 0
  private var closedInitials: UInt64 = 0

  mutating func add(_ events: QUICEvents) {
    for version in events.newVersions { versions.add(version) }
    retries += events.retries
    negotiations += events.negotiations
    earlyData += events.earlyData
    initials += events.initials
    closedInitials += events.closedInitials
  }

  mutating func merge(_ other: QUICLog) {
    versions.merge(other.versions)
    retries += other.retries
    negotiations += other.negotiations
    earlyData += other.earlyData
    initials += other.initials
    closedInitials += other.closedInitials
  }

  /// `clientHellos` are counted with those of TLS.
  func summary(clientHellos: UInt64) -> QUICSummary {
    var result = QUICSummary()
    result.clientHellos = clientHellos
    result.versions = versions.ranked { $0.description }
    result.retries = retries
    result.versionNegotiations = negotiations
    result.earlyDataPackets = earlyData
    result.initialPackets = initials
    result.undecryptedInitialPackets = closedInitials
    return result
  }
}
