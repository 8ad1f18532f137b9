/// The connections over which files and listings go, as the control connection announces them.
package enum FTPData: ApplicationProtocol {
  package static let id = ProtocolID.ftpData
  package static let reference = "RFC 959"
  package static let tcpPorts: [UInt16] = [20]
}
