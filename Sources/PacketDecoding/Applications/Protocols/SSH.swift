/// The clear beginning of SSH connections: who speaks, and what they agree on.
package enum SSH: ApplicationProtocol {
  package static let id = ProtocolID.ssh
  package static let reference = "RFC 4253"
  package static let tcpPorts: [UInt16] = [22]

  package static let software = ApplicationField("ssh.protocol", "Software")
  package static let hassh = ApplicationField("ssh.kex.hassh", "HASSH of clients")
  package static let hasshServer = ApplicationField("ssh.kex.hasshserver", "HASSH of servers")
  package static let keyExchange = ApplicationField("ssh.kex_algorithms", "Key exchange")
  package static let hostKey = ApplicationField("ssh.server_host_key_algorithms", "Host key")
  package static let cipher = ApplicationField(
    "ssh.encryption_algorithms_client_to_server", "Cipher")
  package static let mac = ApplicationField("ssh.mac_algorithms_client_to_server", "MAC")
  package static let compression = ApplicationField(
    "ssh.compression_algorithms_client_to_server", "Compression")

  package static let fields = [
    software, hassh, hasshServer, keyExchange, hostKey, cipher, mac, compression,
  ]

  /// The identification string (section 4.2).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    reader.starts(with: "SSH-2.0-") || reader.starts(with: "SSH-1.")
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { SSHParser() }
}
