/// The automation of buildings over UDP: BVLC, the network layer and the application layer.
package enum BACnet: DatagramRecognizing {
  package static let id = ProtocolID.bvlc
  package static let reference = "ANSI/ASHRAE 135"
  package static let fields = [function, type, confirmed, unconfirmed]
  package static let udpPorts: [UInt16] = [47_808]
  package static let readsDatagrams = true

  static let function = ApplicationField("bvlc.function", "Function")
  static let type = ApplicationField("bacapp.type", "Unit")
  static let confirmed = ApplicationField("bacapp.confirmed_service", "Confirmed service")
  static let unconfirmed = ApplicationField("bacapp.unconfirmed_service", "Unconfirmed service")

  /// BACnet/IP in version 4 or 6, with the length of all (annex J.2).
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    guard let kind: UInt8 = reader.peek(), let length: UInt16 = reader.peek(at: 2) else {
      return false
    }
    return (0x81...0x82).contains(kind) && Int(length) == reader.remaining
  }

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    // Behind it is version 1 of the network layer.
    reader.peek() == UInt8(0x81) && reader.peek(at: 4) == UInt8(1)
      && (reader.peek(at: 1, as: UInt8.self).map { $0 == 0x0A || $0 == 0x0B } ?? false)
      && acceptsDatagram(reader)
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let kind: UInt8 = try reader.read()
    let code: UInt8 = try reader.read()
    try reader.skip(2)
    guard kind == 0x81 else { return }
    notes.count(function, functions[code])
    notes.info = functions[code]
    // Forwarded units have the address of their sender first.
    if code == 4 { try reader.skip(6) }
    guard code == 4 || (9...11).contains(code) else { return }
    notes.carries(.bacnet)
    guard try skipNetworkLayer(&reader) else { return }
    notes.carries(.bacapp)
    try readApplication(&reader, into: &notes)
  }

  /// Passes over addresses (section 6.2); false if the message is one of the network layer itself.
  private static func skipNetworkLayer(_ reader: inout ByteReader) throws(DecodeError) -> Bool {
    try reader.skip(1)
    let control: UInt8 = try reader.read()
    let hasDestination = control & 0x20 != 0
    for isThere in [hasDestination, control & 0x08 != 0] where isThere {
      try reader.skip(2)
      let length: UInt8 = try reader.read()
      try reader.skip(Int(length))
    }
    if hasDestination { try reader.skip(1) }
    return control & 0x80 == 0
  }

  /// The kind of a unit and its service (section 20.1).
  private static func readApplication(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let head: UInt8 = try reader.read()
    notes.count(type, types[head >> 4])
    notes.info = types[head >> 4]
    switch head >> 4 {
    case 0:
      try reader.skip(head & 0x08 != 0 ? 4 : 2)
    case 1: break
    case 3: try reader.skip(head & 0x08 != 0 ? 3 : 1)
    case 2, 5: try reader.skip(1)
    default: return
    }
    let service: UInt8 = try reader.read()
    let names = head >> 4 == 1 ? unconfirmedServices : confirmedServices
    notes.count(head >> 4 == 1 ? unconfirmed : confirmed, names[service])
    notes.info? += " \(names[service])"
  }

  private static let functions = NumberNames(
    """
    0 BVLC-Result; 1 Write-Broadcast-Distribution-Table; 2 Read-Broadcast-Distribution-Table; \
    3 Read-Broadcast-Distribution-Table-Ack; 4 Forwarded-NPDU; 5 Register-Foreign-Device; \
    6 Read-Foreign-Device-Table; 7 Read-Foreign-Device-Table-Ack; \
    8 Delete-Foreign-Device-Table-Entry; 9 Distribute-Broadcast-To-Network; \
    10 Original-Unicast-NPDU; 11 Original-Broadcast-NPDU; 12 Secured-BVLL
    """)

  private static let types = NumberNames(
    """
    0 Confirmed-REQ; 1 Unconfirmed-REQ; 2 Simple-ACK; 3 Complex-ACK; 4 Segment-ACK; 5 Error; \
    6 Reject; 7 Abort
    """)

  private static let confirmedServices = NumberNames(
    """
    0 acknowledgeAlarm; 1 confirmedCOVNotification; 2 confirmedEventNotification; \
    3 getAlarmSummary; 4 getEnrollmentSummary; 5 subscribeCOV; 6 atomicReadFile; \
    7 atomicWriteFile; 8 addListElement; 9 removeListElement; 10 createObject; 11 deleteObject; \
    12 readProperty; 14 readPropertyMultiple; 15 writeProperty; 16 writePropertyMultiple; \
    17 deviceCommunicationControl; 18 confirmedPrivateTransfer; 19 confirmedTextMessage; \
    20 reinitializeDevice; 26 readRange; 27 lifeSafetyOperation; 28 subscribeCOVProperty; \
    29 getEventInformation; 30 subscribeCovPropertyMultiple; 31 confirmedCovNotificationMultiple
    """)

  private static let unconfirmedServices = NumberNames(
    """
    0 i-Am; 1 i-Have; 2 unconfirmedCOVNotification; 3 unconfirmedEventNotification; \
    4 unconfirmedPrivateTransfer; 5 unconfirmedTextMessage; 6 timeSynchronization; 7 who-Has; \
    8 who-Is; 9 utcTimeSynchronization; 10 writeGroup; 11 unconfirmedCovNotificationMultiple
    """)
}
