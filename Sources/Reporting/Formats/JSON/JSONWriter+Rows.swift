import PacketDecoding
package import TrafficAnalysis
internal import Wording

/// One row of each table of the contract, as `report.json` and the command `export` write it.
extension JSONWriter {
  package mutating func fields(of host: Host) {
    field("address", host.address.description)
    field("packets_sent", host.packetsSent)
    field("packets_received", host.packetsReceived)
    field("bytes_sent", host.bytesSent)
    field("bytes_received", host.bytesReceived)
    field("conversations", host.conversations)
    key("names")
    array { list in
      for name in host.names {
        list.object { row in
          row.field("name", name.name)
          row.field("source", name.source)
        }
      }
    }
    field("mac", host.mac?.description)
    field("mac_vendor", host.macVendor)
    field("country", host.country)
    field("country_name", host.countryName)
    field("asn", host.asn)
    field("as_organization", host.organisation)
  }

  package mutating func fields(of lease: DHCPLease) {
    field("address", lease.addressText)
    field("client", lease.client)
    field("mac", lease.mac?.description)
    field("mac_vendor", lease.macVendor)
    field("host_name", lease.hostName)
    field("vendor_class", lease.vendorClass)
    field("state", lease.state.text.text)
    field("time", ExactTime.rfc3339(lease.time))
    field("server", lease.settings.server?.description)
    list("routers", lease.settings.routers.map(\.description))
    list("name_servers", lease.settings.nameServers.map(\.description))
    field("domain", lease.settings.domain)
    field("lease_seconds", lease.settings.seconds)
  }

  package mutating func fields(of country: CountryTraffic) {
    field("code", country.code)
    field("name", country.name)
    field("hosts", country.hosts)
    field("packets", country.packets)
    field("bytes", country.bytes)
  }

  package mutating func fields(of network: NetworkTraffic) {
    field("asn", network.name)
    field("organization", network.organisation)
    field("hosts", network.hosts)
    field("packets", network.packets)
    field("bytes", network.bytes)
  }

  package mutating func fields(of conversation: Conversation) {
    field("protocol", conversation.transport)
    field("client", conversation.client.description)
    field("client_port", conversation.clientPort)
    field("server", conversation.server.description)
    field("server_port", conversation.serverPort)
    field("packets_to_server", conversation.packetsToServer)
    field("packets_to_client", conversation.packetsToClient)
    field("bytes_to_server", conversation.bytesToServer)
    field("bytes_to_client", conversation.bytesToClient)
    field("fragments_to_server", conversation.fragmentsToServer)
    field("fragments_to_client", conversation.fragmentsToClient)
    field("start", ExactTime.rfc3339(conversation.start))
    field("duration_seconds", decimal: ExactTime.seconds(conversation.durationNanoseconds))
    field("state", conversation.state.rawValue)
    field("history", conversation.history)
    field("application", conversation.application)
    field("server_name", conversation.serverName)
    field(
      "handshake_rtt_ms",
      decimal: conversation.handshakeRTTNanoseconds.map(ExactTime.milliseconds))
    field("retransmissions", conversation.retransmissions)
    field("out_of_order", conversation.outOfOrder)
    field("lost_segments", conversation.lostSegments)
    field("duplicate_acks", conversation.duplicateACKs)
    field("zero_windows", conversation.zeroWindows)
    field("resets", conversation.resets)
    field("tcp", conversation.tcp)
  }

  package mutating func fields(of service: Service) {
    field("protocol", service.transport)
    field("port", service.port)
    field("application", service.application)
    field("conversations", service.conversations)
    field("established", service.established)
    field("failed", service.failed)
    field("packets", service.packets)
    field("bytes", service.bytes)
    field("servers", service.servers)
  }

  package mutating func fields(of packet: RecentPacket) {
    field("number", packet.number)
    field("time", ExactTime.rfc3339(packet.time))
    field("source", packet.source)
    field("destination", packet.destination)
    field("protocol", packet.protocolName)
    field("length", packet.length)
    field("source_port", packet.sourcePort)
    field("destination_port", packet.destinationPort)
    field("info", packet.info)
  }
}

/// Protocols and applications.
extension JSONWriter {
  package mutating func fields(of node: ProtocolNode) {
    field("path", node.path)
    field("name", node.name)
    field("packets", node.packets)
    field("bytes", node.bytes)
  }

  package mutating func fields(of host: HTTPHost) {
    field("name", host.name)
    field("requests", host.requests)
    field("bytes", host.bytes)
    field("client_errors", host.clientErrors)
    field("server_errors", host.serverErrors)
    field("request_body_bytes", host.requestBodyBytes)
    field("response_body_bytes", host.responseBodyBytes)
  }

  package mutating func fields(of transaction: HTTPTransaction) {
    field("time", ExactTime.rfc3339(transaction.time))
    field("client", transaction.client.description)
    field("client_port", transaction.clientPort)
    field("server", transaction.server.description)
    field("server_port", transaction.serverPort)
    field("number", transaction.number)
    field("version", transaction.version)
    field("method", transaction.method)
    field("host", transaction.host)
    field("target", transaction.target)
    field("user_agent", transaction.userAgent)
    field("status", transaction.status)
    field("content_type", transaction.contentType)
    field("request_body_bytes", transaction.requestBytes)
    field("response_body_bytes", transaction.responseBytes)
    field("latency_ms", decimal: transaction.latencyNanoseconds.map(ExactTime.milliseconds))
    field("whole", transaction.isWhole)
  }

  package mutating func fields(of stream: RTPStream) {
    field("source", stream.source.description)
    field("source_port", stream.sourcePort)
    field("destination", stream.destination.description)
    field("destination_port", stream.destinationPort)
    field("ssrc", stream.synchronizationSourceText)
    list("codecs", stream.codecs)
    field("packets", stream.packets)
    field("payload_bytes", stream.payloadBytes)
    field("expected", stream.expected)
    field("lost", stream.lost)
    field("out_of_order", stream.outOfOrder)
    field("duplicates", stream.duplicates)
    field("start", ExactTime.rfc3339(stream.start))
    field("duration_seconds", decimal: ExactTime.seconds(stream.durationNanoseconds))
    field("jitter_ms", decimal: stream.jitterNanoseconds.map(ExactTime.milliseconds))
    field(
      "max_jitter_ms", decimal: stream.maximumJitterNanoseconds.map(ExactTime.milliseconds))
  }

  package mutating func fields(of name: TLSServerName) {
    field("name", name.name)
    field("client_hellos", name.clientHellos)
    field("bytes", name.bytes)
  }
}
