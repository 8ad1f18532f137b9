import PacketDecoding
package import TrafficAnalysis
internal import Wording

/// The cells of one record of each table, in the order of ``CSVTable/columns``.
extension CSVWriter {
  package mutating func fields(of host: Host) {
    field(host.address.description)
    for count in [
      host.packetsSent, host.packetsReceived, host.bytesSent, host.bytesReceived,
      host.conversations,
    ] {
      field(count)
    }
    field(host.names.map { "\($0.name) (\($0.source))" }.joined(separator: "; "))
    field(host.mac?.description)
    field(host.country)
    field(host.asn)
    field(host.countryName)
    field(host.organisation)
    field(host.macVendor)
  }

  package mutating func fields(of lease: DHCPLease) {
    field(lease.addressText)
    let texts: [String?] = [
      lease.client, lease.mac?.description, lease.macVendor, lease.hostName, lease.vendorClass,
      lease.state.text.text, ExactTime.rfc3339(lease.time), lease.settings.server?.description,
      lease.settings.routers.map(\.description).joined(separator: "; "),
      lease.settings.nameServers.map(\.description).joined(separator: "; "),
      lease.settings.domain,
    ]
    for text in texts { field(text) }
    field(lease.settings.seconds)
  }

  package mutating func fields(of country: CountryTraffic) {
    field(country.code)
    field(country.name)
    for count in [country.hosts, country.packets, country.bytes] { field(count) }
  }

  package mutating func fields(of network: NetworkTraffic) {
    field(network.name)
    field(network.organisation)
    for count in [network.hosts, network.packets, network.bytes] { field(count) }
  }

  package mutating func fields(of row: Conversation) {
    field(row.transport)
    field(row.client.description)
    field(row.clientPort)
    field(row.server.description)
    field(row.serverPort)
    for count in [row.packetsToServer, row.packetsToClient, row.bytesToServer, row.bytesToClient] {
      field(count)
    }
    field(ExactTime.rfc3339(row.start))
    field(decimal: ExactTime.seconds(row.durationNanoseconds))
    field(row.state.rawValue)
    field(row.history)
    field(row.application)
    field(row.serverName)
    field(decimal: row.handshakeRTTNanoseconds.map(ExactTime.milliseconds))
    for count in [
      row.retransmissions, row.outOfOrder, row.lostSegments, row.duplicateACKs, row.zeroWindows,
      row.resets,
    ] {
      field(count)
    }
    fields(of: row.tcp)
  }

  package mutating func fields(of service: Service) {
    field(service.transport)
    field(service.port)
    field(service.application)
    for count in [
      service.conversations, service.established, service.failed, service.packets, service.bytes,
      service.servers,
    ] {
      field(count)
    }
  }

  package mutating func fields(of packet: RecentPacket) {
    field(packet.number)
    field(ExactTime.rfc3339(packet.time))
    field(packet.source)
    field(packet.destination)
    field(packet.protocolName)
    field(packet.length)
    field(packet.sourcePort)
    field(packet.destinationPort)
    field(packet.info)
  }

  package mutating func fields(of node: ProtocolNode) {
    field(node.path)
    field(node.name)
    field(node.packets)
    field(node.bytes)
  }

  package mutating func fields(of transport: TransportShare) {
    field(transport.name)
    field(transport.packets)
    field(transport.bytes)
  }

  package mutating func fields(of bin: PacketSizeBin) {
    field(bin.from)
    field(bin.to)
    field(bin.packets)
  }
}

/// Applications and the link layer.
extension CSVWriter {
  package mutating func fields(of application: ApplicationSummary) {
    field(application.protocolName)
    field(application.name)
    for count in [application.conversations, application.packets, application.bytes] {
      field(count)
    }
  }

  package mutating func fields(of value: ApplicationValue) {
    field(value.protocolName)
    field(value.field)
    field(value.title)
    field(value.value.name)
    field(value.value.count)
  }

  package mutating func fields(of stream: RTPStream) {
    field(stream.source.description)
    field(stream.sourcePort)
    field(stream.destination.description)
    field(stream.destinationPort)
    field(stream.synchronizationSourceText)
    field(stream.codecs.joined(separator: "; "))
    for count in [
      stream.packets, stream.payloadBytes, stream.expected, stream.lost, stream.outOfOrder,
      stream.duplicates,
    ] {
      field(count)
    }
    field(ExactTime.rfc3339(stream.start))
    field(decimal: ExactTime.seconds(stream.durationNanoseconds))
    field(decimal: stream.jitterNanoseconds.map(ExactTime.milliseconds))
    field(decimal: stream.maximumJitterNanoseconds.map(ExactTime.milliseconds))
  }

  package mutating func fields(of host: HTTPHost) {
    field(host.name)
    for count in [
      host.requests, host.bytes, host.clientErrors, host.serverErrors, host.requestBodyBytes,
      host.responseBodyBytes,
    ] {
      field(count)
    }
  }

  package mutating func fields(of row: HTTPTransaction) {
    field(ExactTime.rfc3339(row.time))
    field(row.client.description)
    field(row.clientPort)
    field(row.server.description)
    field(row.serverPort)
    field(row.number)
    for text in [row.version, row.method, row.host, row.target, row.userAgent] { field(text) }
    field(row.status)
    field(row.contentType)
    field(row.requestBytes)
    field(row.responseBytes)
    field(decimal: row.latencyNanoseconds.map(ExactTime.milliseconds))
    field(row.isWhole ? "true" : "false")
  }

  package mutating func fields(of name: TLSServerName) {
    field(name.name)
    field(name.clientHellos)
    field(name.bytes)
  }

  package mutating func fields(of claim: ARPClaim) {
    field(claim.address.description)
    field(claim.mac.description)
    field(claim.packets)
    field(claim.macVendor)
  }
}
