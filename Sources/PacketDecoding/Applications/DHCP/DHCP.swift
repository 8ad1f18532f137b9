/// Host configuration: addresses, who has them, and what else they are told.
package enum DHCP: DatagramRecognizing {
  package static let id = ProtocolID.dhcp
  package static let reference = "RFC 2131"
  package static let reads = "leases: address, client, host name, server, routers, lease time"
  package static let udpPorts: [UInt16] = [67, 68]
  package static let readsDatagrams = true
  package static let fields = [messageType, hostName, vendorClass]

  private static let messageType = ApplicationField("dhcp.option.dhcp", "Message")
  private static let hostName = ApplicationField("dhcp.option.hostname", "Host name")
  private static let vendorClass = ApplicationField(
    "dhcp.option.vendor_class_id", "Vendor class")

  /// A message by its magic cookie (RFC 2131 section 3).
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let operation: UInt8 = reader.peek(), let cookie: UInt32 = reader.peek(at: 236) else {
      return false
    }
    return (1...2).contains(operation) && cookie == DHCPMessage.cookie
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let message = try DHCPMessage(parsing: &reader)
    let kind = message.type?.description ?? (message.operation == 1 ? "Boot request" : "Boot reply")
    notes.count(messageType, kind)
    if let name = message.hostName { notes.count(hostName, name) }
    if message.operation == 1, let vendor = message.vendorClass { notes.count(vendorClass, vendor) }
    if let lease = message.lease { notes.note(lease) }
    notes.note(message)
    notes.info = "DHCP \(kind)" + (message.mac.map { " of \($0)" } ?? "")
  }
}
