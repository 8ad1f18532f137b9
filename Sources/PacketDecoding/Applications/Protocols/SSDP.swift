/// Discovery of UPnP devices.
package enum SSDP: ApplicationProtocol {
  package static let id = ProtocolID.ssdp
  package static let reference = "UPnP Device Architecture 2.0"
  package static let udpPorts: [UInt16] = [1900]
}
