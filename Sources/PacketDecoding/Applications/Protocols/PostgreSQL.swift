/// PostgreSQL.
package enum PostgreSQL: ApplicationProtocol {
  package static let id = ProtocolID.pgsql
  package static let reference = "PostgreSQL frontend/backend protocol 3.0"
  package static let tcpPorts: [UInt16] = [5432]
}
