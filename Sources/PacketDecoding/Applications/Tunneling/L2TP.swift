/// The control messages of the layer two tunneling protocol.
package enum L2TP: ApplicationProtocol {
  package static let id = ProtocolID.l2tp
  package static let reference = "RFC 2661"
  package static let reads = "the packet in data messages"
  package static let fields = [message, host, vendor]
  package static let udpPorts: [UInt16] = [1701]
  package static let readsDatagrams = true

  static let message = ApplicationField("l2tp.avp.message_type", "Message")
  static let host = ApplicationField("l2tp.avp.host_name", "Host name")
  static let vendor = ApplicationField("l2tp.avp.vendor_name", "Vendor")

  /// Numbers of attributes (section 4.4).
  private enum Attribute {
    static let messageType: UInt16 = 0
    static let hostName: UInt16 = 7
    static let vendorName: UInt16 = 8
  }

  private static let attributeLimit = 64

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let flags: UInt16 = try reader.read()
    // Data has no first bit; versions 2 and 3 have control messages of one form.
    guard flags & 0x8000 != 0, (2...3).contains(flags & 15) else {
      notes.info = "Data Message"
      return
    }
    let length: UInt16 = try reader.read()
    reader.limit(to: Int(length) - 4)
    try reader.skip(8)
    notes.info = "Control Message"
    for _ in 0..<attributeLimit where !reader.isAtEnd {
      let head: UInt16 = try reader.read()
      let company: UInt16 = try reader.read()
      let kind: UInt16 = try reader.read()
      var value = try reader.split(Int(head & 0x3FF) - 6)
      // The second bit hides a value.
      if head & 0x4000 == 0, company == 0 { try read(kind, &value, into: &notes) }
    }
  }

  private static func read(
    _ kind: UInt16, _ value: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let count = value.remaining
    switch kind {
    case Attribute.messageType:
      let name = types[try value.read(as: UInt16.self)]
      notes.count(message, name)
      notes.info = "Control Message - \(name)"
    case Attribute.hostName:
      let name = try value.readText(count)
      notes.count(host, name)
      notes.name(notes.source, name)
    case Attribute.vendorName: notes.count(vendor, try value.readText(count))
    default: break
    }
  }

  private static let types = NumberNames(
    """
    1 Start_Control_Request; 2 Start_Control_Reply; 3 Start_Control_Connected; \
    4 Stop_Control_Notification; 6 Hello; 7 Outgoing_Call_Request; 8 Outgoing_Call_Reply; \
    9 Outgoing_Call_Connected; 10 Incoming_Call_Request; 11 Incoming_Call_Reply; \
    12 Incoming_Call_Connected; 14 Call_Disconnect_Notification; 15 WAN_Error_Notify; \
    16 Set_Link_Info; 20 Explicit_Acknowledgement
    """)
}
