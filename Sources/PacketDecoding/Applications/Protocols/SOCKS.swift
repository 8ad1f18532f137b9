/// Proxies of connections: where clients want to go; passwords are not read.
package enum SOCKS: ApplicationProtocol {
  package static let id = ProtocolID.socks
  package static let reference = "RFC 1928"
  package static let tcpPorts: [UInt16] = [1080]

  package static let version = ApplicationField("socks.version", "Versions")
  package static let command = ApplicationField("socks.command", "Commands")
  package static let target = ApplicationField("socks.remote_name", "Destinations")
  package static let result = ApplicationField("socks.results", "Results")
  package static let user = ApplicationField("socks.username", "User names")
  package static let fields = [version, command, target, result, user]

  /// A request of version 4, or an offer of methods of version 5 that is exactly as long as it says.
  package static func acceptsStream(_ reader: ByteReader) -> Bool {
    guard let version: UInt8 = reader.peek(), let second: UInt8 = reader.peek(at: 1) else {
      return false
    }
    if version == 4 { return (1...2).contains(second) && reader.remaining >= 9 }
    return version == 5 && (1...10).contains(second) && reader.remaining == 2 + Int(second)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { SOCKSParser() }
}
