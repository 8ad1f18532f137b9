package import PacketDecoding

/// What findings are judged by, beyond what a report shows: troubles by service and by pair of hosts,
/// and the packets that show them.
package struct Observations: Sendable {
  package var sightings = SightingLog()
  /// Services over TCP, in the order of server and port.
  package var services: [ServiceHealth] = []
  /// What hosts sent to one another over TCP where some of it was sent again, in their order.
  package var paths: [PathHealth] = []
  package var tcpFlows = TCPFlowCounts()
  /// What failed attempts to connect show together.
  package var scans = ScanSurvey()
  /// Full segments that did not get through, in the order of their packets.
  package var stuckSegments: [StuckSegment] = []
  /// Pairs of hosts with many messages of ICMP within a while.
  package var icmpRates: [ICMPRate] = []
  /// Adapters that asked for several addresses.
  package var arpSweeps: [ARPSweep] = []
  /// Hosts that sent packets with wrong checksums.
  package var wrongChecksums: [ChecksumHealth] = []
  package var links = LinkObservations()
  package var names = NameObservations()
  /// Services to which passwords were sent in clear text.
  package var credentials: [ServiceFact<CredentialKind>] = []
  /// Servers that speak SMB 1.
  package var smb1: [ServiceFact<Bool>] = []
  /// What servers of TLS chose.
  package var tlsChoices: [ServiceFact<TLSChoice>] = []
  /// All certificates that were sent in clear text, as they were seen.
  package var certificates: [TLSCertificate] = []
  /// Logins that servers refused in so many words.
  package var refusedLogins: [LoginAttempts] = []
  /// Connections to services that one logs in to, which were soon over.
  package var shortLogins: [LoginAttempts] = []
  package var httpServers: [ReplyHealth] = []
  package var sipServers: [ReplyHealth] = []
  /// The RTP streams of which packets are missing, or whose packets came unevenly.
  package var rtpStreams: [RTPStream] = []

  package init() {}
}
