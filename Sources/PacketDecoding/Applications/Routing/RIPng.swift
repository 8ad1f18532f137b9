/// The routing information protocol for IPv6.
package enum RIPng: ApplicationProtocol {
  package static let id = ProtocolID.ripng
  package static let reference = "RFC 2080"
  package static let fields = [command, version]
  package static let udpPorts: [UInt16] = [521]
  package static let readsDatagrams = true

  static let command = ApplicationField("ripng.cmd", "Command")
  static let version = ApplicationField("ripng.version", "Version")

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let code: UInt8 = try reader.read()
    let number: UInt8 = try reader.read()
    let name = code == 1 ? "Request" : code == 2 ? "Response" : "\(code)"
    notes.count(command, name)
    notes.count(version, "\(number)")
    notes.info = "Command \(name), Version \(number)"
  }
}
