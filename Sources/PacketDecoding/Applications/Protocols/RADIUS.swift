/// Authentication and accounting of network access; passwords are never read.
package enum RADIUS: ApplicationProtocol {
  package static let id = ProtocolID.radius
  package static let reference = "RFC 2865"
  package static let udpPorts: [UInt16] = [1645, 1646, 1700, 1812, 1813, 3799]
  package static let readsDatagrams = true

  package static let code = ApplicationField("radius.code", "Messages")
  package static let user = ApplicationField("radius.User_Name", "User names")
  package static let accessServer = ApplicationField("radius.NAS_IP_Address", "Access servers")
  package static let accessServerName = ApplicationField(
    "radius.NAS_Identifier", "Names of access servers")
  package static let fields = [code, user, accessServer, accessServerName]

  private static let attributeLimit = 256

  private enum Attribute {
    static let userName: UInt8 = 1
    static let accessServerAddress: UInt8 = 4
    static let accessServerName: UInt8 = 32
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let number: UInt8 = try reader.read()
    let identifier: UInt8 = try reader.read()
    let length = Int(try reader.read(as: UInt16.self))
    let name = codes[number] ?? "Code \(number)"
    notes.count(code, name)
    notes.describe("\(name) id=\(identifier)")
    reader.limit(to: length - 4)
    try reader.skip(16)  // authenticator
    for _ in 0..<attributeLimit where reader.remaining >= 2 {
      let type: UInt8 = try reader.read()
      let size = Int(try reader.read(as: UInt8.self))
      let value = try reader.split(size - 2)
      switch type {
      case Attribute.userName: notes.count(user, PrintableText.string(value))
      case Attribute.accessServerAddress:
        guard let bits: UInt32 = value.peek() else { break }
        notes.count(accessServer, IPAddress(v4: bits).description)
      case Attribute.accessServerName: notes.count(accessServerName, PrintableText.string(value))
      default: break
      }
    }
  }

  private static let codes: [UInt8: String] = [
    1: "Access-Request", 2: "Access-Accept", 3: "Access-Reject", 4: "Accounting-Request",
    5: "Accounting-Response", 11: "Access-Challenge", 12: "Status-Server", 13: "Status-Client",
    40: "Disconnect-Request", 41: "Disconnect-ACK", 42: "Disconnect-NAK", 43: "CoA-Request",
    44: "CoA-ACK", 45: "CoA-NAK",
  ]
}
