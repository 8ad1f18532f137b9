import PacketDecoding

/// Counts what messages say in EDNS records.
struct DNSExtensionTally: Sendable {
  private var summaryCounts = DNSExtensionSummary()
  private var versions = BoundedTally<UInt8>(limit: 256)
  private var udpSizes = BoundedTally<UInt16>(limit: 256)

  mutating func add(_ found: DNSExtension, isResponse: Bool) {
    versions.add(found.version)
    if isResponse {
      summaryCounts.responses += 1
    } else {
      summaryCounts.queries += 1
      if found.wantsDNSSEC { summaryCounts.dnssecQueries += 1 }
      udpSizes.add(found.udpSize)
    }
  }

  mutating func merge(_ other: DNSExtensionTally) {
    summaryCounts.queries += other.summaryCounts.queries
    summaryCounts.responses += other.summaryCounts.responses
    summaryCounts.dnssecQueries += other.summaryCounts.dnssecQueries
    versions.merge(other.versions)
    udpSizes.merge(other.udpSizes)
  }

  var summary: DNSExtensionSummary {
    var result = summaryCounts
    result.versions = versions.ranked { "\($0)" }
    result.udpSizes = udpSizes.ranked { "\($0)" }
    return result
  }
}
