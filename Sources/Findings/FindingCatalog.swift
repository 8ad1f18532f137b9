/// Every rule; a new one is registered here.
package enum FindingCatalog {
  /// In the order of the report: capture quality first, as it decides what can be believed.
  package static let all: [any FindingRule.Type] = [
    CutShortFile.self,
    CaptureDrops.self,
    UnseenSegments.self,
    OneSidedCapture.self,
    DuplicateFrames.self,
    CutHeaders.self,
    ClockSetBack.self,
    Retransmissions.self,
    ZeroWindows.self,
    ServiceUnanswered.self,
    ServiceRefused.self,
    ResetAfterData.self,
    SlowHandshakes.self,
    MTUBlackHole.self,
    ChecksumErrors.self,
    AddressScan.self,
    PortScan.self,
    StealthProbes.self,
    SYNFlood.self,
    ICMPFlood.self,
    ARPScan.self,
    ContestedAddresses.self,
    AnnouncementStorms.self,
    RivalDHCPServers.self,
    DHCPUnanswered.self,
    DHCPRefused.self,
    BroadcastRate.self,
    TopologyChanging.self,
    DuplicateIPv6Addresses.self,
    RivalRouters.self,
    DNSFailing.self,
    DNSSlow.self,
    NonexistentNameBursts.self,
    DNSContradictions.self,
    DNSOversized.self,
    DNSTunnels.self,
  ]

  package static func rule(_ id: String) -> (any FindingRule.Type)? { all.first { $0.id == id } }
}
