/// The network file system.
package enum NFS: ApplicationProtocol {
  package static let id = ProtocolID.nfs
  package static let reference = "RFC 1813"
  package static let udpPorts: [UInt16] = [2049]
}
