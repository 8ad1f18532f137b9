internal import TrafficAnalysis

extension Anonymizer {
  func change(_ dns: inout DNSSummary) {
    change(&dns.names) { $0.name = name($0.name) }
    change(&dns.responseNames) { $0.name = name($0.name) }
    change(&dns.servers) { change(&$0.address) }
    change(&dns.transactions) { transaction in
      change(&transaction.client)
      change(&transaction.server)
      transaction.name = name(transaction.name)
      transaction.answers = answers(transaction.answers)
    }
  }

  func change(_ dns: inout LocalDNSSummary) {
    change(&dns.names) { $0.name = name($0.name) }
    change(&dns.services) { service in
      if !service.type.split(separator: ".").allSatisfy(Self.isService) {
        service.type = name(service.type)
      }
      service.instances = service.instances.map(name)
    }
  }

  func change(_ http: inout HTTPSummary) {
    change(&http.hosts) { $0.name = name($0.name) }
    change(&http.errors) { change(&$0.host, name) }
    for path in [\HTTPSummary.userAgents, \.servers, \.proxies] {
      change(&http[keyPath: path], value)
    }
    for path in [
      \HTTPSummary.methods, \.versions, \.contentTypes, \.contentEncodings, \.upgrades,
    ] {
      change(&http[keyPath: path], word)
    }
    change(&http.transactions) { transaction in
      change(&transaction.client)
      change(&transaction.server)
      change(&transaction.method, word)
      change(&transaction.host, name)
      change(&transaction.target, target)
      change(&transaction.userAgent, value)
      change(&transaction.contentType, word)
    }
  }

  func change(_ tls: inout TLSSummary) {
    change(&tls.serverNames) { $0.name = name($0.name) }
    change(&tls.alpn, word)
    change(&tls.chosenALPN, word)
    change(&tls.certificates) { change(&$0) }
    change(&tls.handshakes) { handshake in
      change(&handshake.client)
      change(&handshake.server)
      change(&handshake.serverName, name)
      change(&handshake.offeredALPN, word)
      change(&handshake.alpn, word)
    }
  }

  /// Times, keys and algorithms stay; the fingerprint and the serial number, by which anybody could look
  /// the certificate up, do not.
  func change(_ certificate: inout TLSCertificate) {
    certificate.fingerprint = hexadecimal(certificate.fingerprint, bytes: 32)
    certificate.senders = certificate.senders.map(image)
    change(&certificate.uses) { $0.sender = image($0.sender) }
    change(&certificate.content.subject, distinguishedName)
    change(&certificate.content.issuer, distinguishedName)
    change(&certificate.content.commonName, value)
    change(&certificate.content.serialNumber) { hexadecimal($0, bytes: 16) }
    certificate.content.alternativeNames = certificate.content.alternativeNames.map(value)
  }

  private func image(_ sender: TLSCertificate.Sender) -> TLSCertificate.Sender {
    TLSCertificate.Sender(address: address(sender.address), port: sender.port)
  }

  /// Fields whose values are words of their protocol stay as far as they are; all others are names.
  func change(_ application: inout ApplicationSummary) {
    change(&application.fields) { field in
      let isOfWords = ProtocolWords.fields.contains(field.name)
      change(&field.values.rows, isOfWords ? word : value)
    }
  }
}
