/// What an analysis keeps, and its bounds.
package struct AnalysisOptions: Sendable {
  /// Rows kept in the tables of a snapshot; 0 is all.
  package var maxRows = 1000
  /// How many of the most recent packets are kept.
  package var recentPackets = 10_000
  /// Flows that are followed at once; beyond it the longest idle are closed into the totals.
  package var maxFlows = 2_000_000
  /// Streams whose application is followed at once.
  package var maxStreams = 16_384
  /// Hosts kept when flows are closed into the totals.
  package var maxHosts = 1_000_000

  package init() {}
}
