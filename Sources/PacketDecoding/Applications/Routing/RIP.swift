/// The routing information protocol.
package enum RIP: ApplicationProtocol {
  package static let id = ProtocolID.rip
  package static let reference = "RFC 2453"
  package static let fields = [command, version]
  package static let udpPorts: [UInt16] = [520]
  package static let readsDatagrams = true

  static let command = ApplicationField("rip.command", "Command")
  static let version = ApplicationField("rip.version", "Version")

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let code: UInt8 = try reader.read()
    let number: UInt8 = try reader.read()
    notes.count(command, commands[code])
    notes.count(version, "RIPv\(number)")
    notes.info = "RIPv\(number) \(commands[code])"
  }

  private static let commands = NumberNames(
    "1 Request; 2 Response; 3 Traceon; 4 Traceoff; 5 Vendor specific (Sun)")
}
