import PacketDecoding
import TrafficAnalysis
internal import Wording

/// Every set that expectations can be about; a new one is a line here.
package enum NameSetCatalog {
  package static let all: [NameSet] = [
    NameSet(
      "hosts", "host", "addresses that sent or received", .address,
      shownBy: .ends
    ) { NameSetMembers($0.hosts.rows.map(\.address), gap: $0.gap($0.hosts, "hosts")) },
    NameSet(
      "servers", "server", "addresses that were asked, the server's side of conversations",
      .address, shownBy: .server
    ) {
      NameSetMembers(
        $0.conversations.rows.map(\.server), gap: $0.gap($0.conversations, "conversations"))
    },
    NameSet(
      "clients", "client", "addresses that asked, the client's side of conversations", .address,
      shownBy: .client
    ) {
      NameSetMembers(
        $0.conversations.rows.map(\.client), gap: $0.gap($0.conversations, "conversations"))
    },
    NameSet(
      "mac_addresses", "MAC address", "adapters of hosts that said by ARP what their address is",
      .adapter
    ) {
      $0.arp.packets > 0
        ? NameSetMembers(
          $0.arp.claims.rows.map(\.mac.description), gap: $0.gap($0.arp.claims, "ARP claims"))
        : NameSetMembers(absence: "the capture has no ARP packets")
    },
    NameSet(
      "server_names", "server name", "hosts named in hellos of TLS and QUIC and in HTTP requests",
      .name, shownBy: .serverName
    ) {
      let names = $0.tls.serverNames.rows.map(\.name) + $0.http.hosts.rows.map(\.name)
      return NameSetMembers(
        names.map(Self.hostName).filter { !$0.isEmpty },
        gap: $0.gap($0.tls.serverNames, "TLS server names") ?? $0.gap($0.http.hosts, "HTTP hosts"))
    },
    NameSet("dns_names", "DNS name", "names that DNS was asked for or answered about", .name) {
      NameSetMembers(
        $0.dns.allNames.rows.map { $0.name.lowercased() }.filter { !$0.isEmpty },
        gap: $0.gap($0.dns.allNames, "DNS names"))
    },
    NameSet(
      "ports", "port", "ports of servers with their transport protocol", .port,
      shownBy: .port
    ) {
      NameSetMembers(
        $0.services.rows.map { "\($0.port)/\($0.transport.lowercased())" },
        gap: $0.gap($0.services, "services"))
    },
    NameSet(
      "protocols", "protocol", "protocols of all layers, by Wireshark's names", .protocols,
      shownBy: .protocols
    ) {
      NameSetMembers(
        $0.protocols.lazy.flatMap { $0.path.split(separator: "/").map(String.init) },
        gap: $0.gap("protocol paths"))
    },
    NameSet(
      "applications", "application", "application protocols that were recognised", .protocols,
      shownBy: .application
    ) { NameSetMembers($0.applications.map(\.protocolName)) },
    NameSet(
      "countries", "country", "countries of public addresses, by --geoip", .country
    ) { Self.countries($0) },
    NameSet(
      "tls_versions", "TLS version", "versions that servers chose",
      .known(kind: "TLS version", tlsVersions)
    ) {
      NameSetMembers($0.tls.versions.map(\.name))
    },
    NameSet(
      "cipher_suites", "cipher suite", "cipher suites that servers chose, by IANA's names", .name
    ) {
      NameSetMembers($0.tls.cipherSuites.map(\.name))
    },
  ]

  package static func set(_ name: String) -> NameSet? { all.first { $0.name == name } }

  static let tlsVersions = [
    TLSVersion.ssl2, .ssl3, .tls10, .tls11, .tls12, .tls13, .dtls10, .dtls12, .dtls13,
  ].map(\.description)

  /// Without a port, in lower case.
  static func hostName(_ text: String) -> String {
    let text = text.lowercased()
    guard let colon = text.lastIndex(of: ":"), !text[..<colon].contains(":"),
      text[colon...].dropFirst().allSatisfy(\.isNumber)
    else { return text }
    return String(text[..<colon])
  }

  private static func countries(_ snapshot: Snapshot) -> NameSetMembers {
    guard let geography = snapshot.geography else {
      return NameSetMembers(absence: "no GeoIP database was given")
    }
    let unknown = geography.countries.rows.filter { $0.code == nil }.reduce(0) { $0 + $1.hosts }
    return NameSetMembers(
      geography.countries.rows.compactMap(\.code),
      gap: unknown > 0
        ? "the country of \(unknown) hosts is not known"
        : snapshot.gap(geography.countries, "countries"))
  }
}
