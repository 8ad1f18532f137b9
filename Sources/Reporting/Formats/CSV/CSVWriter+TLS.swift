import PacketDecoding
package import TrafficAnalysis

/// Records of the tables of TLS.
extension CSVWriter {
  package mutating func fields(of row: TLSHandshake) {
    field(ExactTime.rfc3339(row.time))
    field(row.client.description)
    field(row.clientPort)
    field(row.server.description)
    field(row.serverPort)
    field(row.transport.rawValue)
    let values = [
      row.offeredVersion?.description, row.version?.description, row.cipherSuite?.description,
      row.keyExchange?.description, row.serverName, row.offeredALPN, row.alpn, row.ja3, row.ja3s,
      row.ja4, row.isResumed.map { $0 ? "true" : "false" },
    ]
    for value in values { field(value) }
    field(decimal: row.latencyNanoseconds.map(ExactTime.milliseconds))
    field(row.alert?.description)
    field(row.alert.map { _ in row.isAlertFromClient ? "client" : "server" })
  }

  package mutating func fields(of row: TLSCertificate) {
    let content = row.content
    field(row.fingerprint)
    field(row.byteCount)
    for value in [content.subject, content.issuer, content.serialNumber] { field(value) }
    field(content.alternativeNames.joined(separator: "; "))
    field(content.notBefore?.text)
    field(content.notAfter?.text)
    field(row.validity.rawValue)
    field(content.keyType)
    field(content.keyBits)
    field(content.signatureAlgorithm)
    field(content.isSelfSigned ? "true" : "false")
    field(content.isAuthority ? "true" : "false")
    field(row.chainPosition)
    field(row.isFromClient ? "client" : "server")
    field(ExactTime.rfc3339(row.firstSeen))
    field(ExactTime.rfc3339(row.lastSeen))
    field(row.count)
    field(row.senders.map { Words.endpoint($0.address, $0.port) }.joined(separator: "; "))
  }
}
