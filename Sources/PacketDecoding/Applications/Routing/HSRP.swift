/// Cisco's hot standby routers, in both versions.
package enum HSRP: ApplicationProtocol {
  package static let id = ProtocolID.hsrp
  package static let reference = "RFC 2281"
  package static let fields = [operation, state, group, address]
  package static let udpPorts: [UInt16] = [1985]
  package static let readsDatagrams = true

  static let operation = ApplicationField("hsrp.opcode", "Operation")
  static let state = ApplicationField("hsrp.state", "State")
  static let group = ApplicationField("hsrp.group", "Group")
  static let address = ApplicationField("hsrp.virt_ip", "Virtual address")

  /// Of the part of version 2 that tells a group's state, which begins like a later version of 1.
  private static let groupState: UInt16 = 0x0128

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    if reader.peek() == groupState { return try readVersion2(&reader, into: &notes) }
    try reader.skip(1)
    let code: UInt8 = try reader.read()
    notes.count(operation, operations[code])
    notes.info = operations[code]
    // An advertisement of interfaces goes on in its own way.
    guard code <= 2 else { return }
    let standing: UInt8 = try reader.read()
    notes.count(state, states[standing])
    notes.info? += " (state \(states[standing]))"
    try reader.skip(3)
    notes.count(group, "\(try reader.read(as: UInt8.self))")
    try reader.skip(9)
    notes.count(address, IPAddress(v4: try reader.read()).description)
  }

  private static func readVersion2(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try reader.skip(3)
    let code: UInt8 = try reader.read()
    let standing: UInt8 = try reader.read()
    notes.count(operation, operations[code])
    notes.count(state, states2[standing])
    notes.info = "\(operations[code]) (state \(states2[standing]))"
    let version: UInt8 = try reader.read()
    notes.count(group, "\(try reader.read(as: UInt16.self))")
    try reader.skip(18)
    // The last sixteen bytes are for an address of either version.
    guard version == 4 else { return }
    notes.count(address, IPAddress(v4: try reader.read()).description)
  }

  private static let operations = NumberNames("0 Hello; 1 Coup; 2 Resign; 3 Advertise")

  private static let states = NumberNames(
    "0 Initial; 1 Learn; 2 Listen; 4 Speak; 8 Standby; 16 Active")

  private static let states2 = NumberNames(
    "1 Init; 2 Learn; 3 Listen; 4 Speak; 5 Standby; 6 Active")
}
