import PacketDecoding
package import TrafficAnalysis

/// Rows of the tables of TLS.
extension JSONWriter {
  package mutating func fields(of row: TLSHandshake) {
    field("time", ExactTime.rfc3339(row.time))
    field("client", row.client.description)
    field("client_port", row.clientPort)
    field("server", row.server.description)
    field("server_port", row.serverPort)
    field("transport", row.transport.rawValue)
    field("offered_version", row.offeredVersion?.description)
    field("version", row.version?.description)
    field("cipher_suite", row.cipherSuite?.description)
    field("group", row.keyExchange?.description)
    field("server_name", row.serverName)
    field("offered_alpn", row.offeredALPN)
    field("alpn", row.alpn)
    field("ja3", row.ja3)
    field("ja3s", row.ja3s)
    field("ja4", row.ja4)
    key("resumed")
    if let isResumed = row.isResumed { value(isResumed) } else { null() }
    field("latency_ms", decimal: row.latencyNanoseconds.map(ExactTime.milliseconds))
    field("alert", row.alert?.description)
    field("alert_from", row.alert.map { _ in row.isAlertFromClient ? "client" : "server" })
  }

  package mutating func fields(of row: TLSCertificate) {
    let content = row.content
    field("sha256", row.fingerprint)
    field("bytes", row.byteCount)
    field("subject", content.subject)
    field("issuer", content.issuer)
    field("serial_number", content.serialNumber)
    list("alternative_names", content.alternativeNames)
    field("alternative_names_total", content.alternativeNameCount)
    field("not_before", content.notBefore?.text)
    field("not_after", content.notAfter?.text)
    field("validity", row.validity.rawValue)
    field("key_type", content.keyType)
    field("key_bits", content.keyBits)
    field("signature_algorithm", content.signatureAlgorithm)
    key("self_signed")
    value(content.isSelfSigned)
    key("authority")
    value(content.isAuthority)
    field("chain_position", row.chainPosition)
    field("from", row.isFromClient ? "client" : "server")
    field("first_seen", ExactTime.rfc3339(row.firstSeen))
    field("last_seen", ExactTime.rfc3339(row.lastSeen))
    field("count", row.count)
    list("senders", row.senders.map { Words.endpoint($0.address, $0.port) })
  }
}
