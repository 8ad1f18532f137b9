/// How name servers answered, and what they were asked.
package struct NameObservations: Sendable {
  /// In the order of addresses.
  package var servers: [NameServerHealth] = []
  /// In the order of servers, then clients.
  package var contradictions: [NameContradictions] = []
  /// Clients that asked for names that do not exist, each with the five minutes in which there were most.
  package var nonexistent: [NonexistentNames] = []
  /// Who asked for long names of which domain.
  package var longNames: [LongNames] = []
  /// Who asks which resolver, in the order of clients, then servers.
  package var resolverUses: [ResolverUse] = []

  package init() {}
}
