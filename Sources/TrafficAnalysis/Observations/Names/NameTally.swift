import PacketDecoding

/// What findings about names are made of, beside what is counted of servers.
struct NameTally: Sendable {
  private var contradictions = ContradictionTally()
  private var nonexistent = NonexistentTally()
  private var longNames = LongNameTally()
  private var resolvers = ResolverTally()

  mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) {
    if !ends.isStream { contradictions.addQuery(message, ends, time: time) }
    longNames.addQuery(message, ends)
    resolvers.addQuery(message, ends)
  }

  /// Takes a response; true if it contradicts its query, or another response.
  mutating func addResponse(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) -> Bool {
    nonexistent.addResponse(message, ends, time: time)
    return !ends.isStream && contradictions.addResponse(message, ends, time: time)
  }

  mutating func merge(_ other: NameTally) {
    contradictions.merge(other.contradictions)
    nonexistent.merge(other.nonexistent)
    longNames.merge(other.longNames)
    resolvers.merge(other.resolvers)
  }

  var countsOnly: NameTally {
    var copy = self
    copy.contradictions = contradictions.countsOnly
    return copy
  }

  func fill(_ observations: inout NameObservations) {
    observations.contradictions = contradictions.sorted
    observations.nonexistent = nonexistent.sorted
    observations.longNames = longNames.sorted
    observations.resolverUses = resolvers.sorted
  }

  /// Messages that found no room.
  var beyond: UInt64 {
    nonexistent.beyond + longNames.beyond + resolvers.beyond
  }
}
