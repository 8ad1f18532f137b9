/// The unified architecture of industrial automation, in its binary form.
package enum OPCUA: ApplicationProtocol {
  package static let id = ProtocolID.opcua
  package static let reference = "OPC 10000-6"
  package static let fields = [type, endpoint, policy]
  package static let tcpPorts: [UInt16] = [4840]

  static let type = ApplicationField("opcua.transport.type", "Message")
  static let endpoint = ApplicationField("opcua.transport.endpoint", "Endpoint")
  static let policy = ApplicationField("opcua.security.spu", "Security policy")

  /// A greeting, which is final and names a version before an endpoint (section 7.1.2.3).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "HELF"), let length: UInt32 = reader.peekLittleEndian(at: 4) else {
      return false
    }
    return (32...4200).contains(length)
  }

  package static func acceptsStream(_ reader: ByteReader) -> Bool { isMessage(reader) }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { OPCUAStreamParser() }

  static func isMessage(_ reader: ByteReader) -> Bool {
    guard names.contains(where: { reader.starts(with: $0.type) }),
      let chunk: UInt8 = reader.peek(at: 3),
      [UInt8(ascii: "F"), UInt8(ascii: "C"), UInt8(ascii: "A")].contains(chunk),
      let length: UInt32 = reader.peekLittleEndian(at: 4)
    else { return false }
    return (8...1 << 30).contains(length)
  }

  static func name(_ reader: ByteReader) -> String? {
    names.first { reader.starts(with: $0.type) }?.name
  }

  private static let names = [
    (type: "HEL", name: "Hello message"), (type: "ACK", name: "Acknowledge message"),
    (type: "ERR", name: "Error message"), (type: "RHE", name: "Reverse hello message"),
    (type: "OPN", name: "OpenSecureChannel message"),
    (type: "CLO", name: "CloseSecureChannel message"),
    (type: "MSG", name: "UA Secure Conversation Message"),
  ]
}
