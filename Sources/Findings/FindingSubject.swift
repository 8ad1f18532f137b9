package import PacketDecoding
package import Wording

/// Whom or what a finding is about.
package enum FindingSubject: Hashable, Sendable {
  case capture
  case file(String)
  case host(IPAddress)
  case adapter(MACAddress)
  /// A port of a host; the transport as in "tcp", "udp".
  case service(IPAddress, transport: String, port: UInt16)
  /// What one host sends to another, or asks of it.
  case pair(IPAddress, IPAddress)
  /// A client and the service it uses.
  case use(client: IPAddress, server: IPAddress, transport: String, port: UInt16)
  /// A domain, the name of a server.
  case name(String)

  /// "10.0.0.1:80/tcp"; the same subject always reads the same.
  package var text: String {
    switch self {
    case .capture: "capture"
    case .file(let name): name
    case .host(let address): address.description
    case .adapter(let address): address.description
    case .service(let server, let transport, let port): Self.end(server, transport, port)
    case .pair(let source, let destination): "\(source) → \(destination)"
    case .use(let client, let server, let transport, let port):
      "\(client) → \(Self.end(server, transport, port))"
    case .name(let name): name
    }
  }

  /// The same for readers.
  package var phrase: Phrase { self == .capture ? "capture" : "\(text)" }

  private static func end(_ address: IPAddress, _ transport: String, _ port: UInt16) -> String {
    address.isIPv4 ? "\(address):\(port)/\(transport)" : "[\(address)]:\(port)/\(transport)"
  }
}
