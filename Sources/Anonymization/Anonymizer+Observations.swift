internal import PacketDecoding
internal import TrafficAnalysis

extension Anonymizer {
  func change(_ all: inout Observations) {
    all.sightings.change { sighting in
      change(&sighting.source)
      change(&sighting.destination)
    }
    change(&all.services) { change(&$0.server) }
    change(&all.paths) { change(&$0.sender, &$0.receiver) }
    change(&all.stuckSegments) { change(&$0.sender, &$0.receiver) }
    change(&all.icmpRates) { change(&$0.source, &$0.destination) }
    change(&all.wrongChecksums) { change(&$0.source) }
    change(&all.scans.addresses) { change(&$0.client) }
    change(&all.scans.ports) { change(&$0.client, &$0.server) }
    change(&all.scans.bursts) { change(&$0.server) }
    change(&all.arpSweeps) { sweep in
      change(&sweep.adapter)
      change(&sweep.address)
    }
    change(&all.links)
    change(&all.names)
    change(&all.credentials) { change(&$0.server) }
    change(&all.smb1) { change(&$0.server) }
    change(&all.tlsChoices) { change(&$0.server) }
    change(&all.certificates) { change(&$0) }
    change(&all.refusedLogins) { change(&$0.client, &$0.server) }
    change(&all.shortLogins) { change(&$0.client, &$0.server) }
    change(&all.httpServers) { change(&$0.server) }
    change(&all.sipServers) { change(&$0.server) }
    change(&all.rtpStreams) { change(&$0) }
  }

  private func change(_ one: inout IPAddress, _ other: inout IPAddress) {
    change(&one)
    change(&other)
  }

  private func change(_ names: inout NameObservations) {
    change(&names.servers) { change(&$0.address) }
    change(&names.contradictions) { change(&$0.client, &$0.server) }
    change(&names.nonexistent) { change(&$0.client) }
    change(&names.resolverUses) { change(&$0.client, &$0.server) }
    change(&names.longNames) { row in
      change(&row.client)
      row.domain = name(row.domain)
    }
  }

  private func change(_ links: inout LinkObservations) {
    change(&links.contestedAddresses) { row in
      change(&row.address)
      row.adapters = row.adapters.map(mac)
    }
    change(&links.announcedAddresses) { row in
      change(&row.adapter)
      change(&row.address)
    }
    change(&links.duplicateAddresses) { row in
      change(&row.address)
      change(&row.asking)
      change(&row.holder)
    }
    change(&links.routers) { row in
      change(&row.adapter)
      change(&row.address)
      change(&row.prefixes) { $0.address = network($0.address, length: Int($0.length)) }
    }
    change(&links.dhcp)
  }

  private func change(_ dhcp: inout DHCPObservations) {
    change(&dhcp.rivals) { row in
      change(&row.first, &row.second)
      change(&row.firstSettings)
      change(&row.secondSettings)
    }
    change(&dhcp.unanswered) { change(&$0.adapter) }
    change(&dhcp.servers) { change(&$0.address) }
  }
}
