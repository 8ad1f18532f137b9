/// MySQL and MariaDB.
package enum MySQL: ApplicationProtocol {
  package static let id = ProtocolID.mysql
  package static let reference = "MySQL client/server protocol"
  package static let tcpPorts: [UInt16] = [3306]
}
