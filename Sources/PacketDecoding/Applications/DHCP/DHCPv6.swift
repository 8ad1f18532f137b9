/// Host configuration for IPv6.
package enum DHCPv6: ApplicationProtocol {
  package static let id = ProtocolID.dhcpv6
  package static let reference = "RFC 8415"
  package static let reads = "leases: addresses and prefixes, client, host name, lifetime"
  package static let udpPorts: [UInt16] = [546, 547]
  package static let readsDatagrams = true
  package static let fields = [messageType, hostName]

  private static let messageType = ApplicationField("dhcpv6.msgtype", "Message")
  private static let hostName = ApplicationField("dhcpv6.client_fqdn", "Host name")

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let message = try DHCPv6Message(parsing: &reader)
    notes.count(messageType, message.type.description)
    if let name = message.hostName { notes.count(hostName, name) }
    for lease in message.leases(from: notes.source) { notes.note(lease) }
    notes.info = message.type.description
  }
}
