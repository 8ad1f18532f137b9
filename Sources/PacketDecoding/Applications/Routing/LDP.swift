/// Label distribution for MPLS: hellos in datagrams, sessions over TCP.
package enum LDP: ApplicationProtocol {
  package static let id = ProtocolID.ldp
  package static let reference = "RFC 5036"
  package static let fields = [type, router]
  package static let udpPorts: [UInt16] = [646]
  package static let tcpPorts: [UInt16] = [646]
  package static let readsDatagrams = true

  static let type = ApplicationField("ldp.msg.type", "Message")
  static let router = ApplicationField("ldp.hdr.ldpid.lsr", "Router")

  private static let messageLimit = 64

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { LDPStreamParser() }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try reader.skip(4)
    let identifier: UInt32 = try reader.read()
    try reader.skip(2)
    notes.count(router, IPAddress(v4: identifier).description)
    for _ in 0..<messageLimit where !reader.isAtEnd {
      // The highest bit says what to do with a type that is not known (section 3.5).
      let number = try reader.read(as: UInt16.self) & 0x7FFF
      let length: UInt16 = try reader.read()
      notes.count(type, types[number])
      notes.info = notes.info.map { "\($0) \(types[number])" } ?? types[number]
      try reader.skip(Int(length))
    }
  }

  private static let types = NumberNames(
    radix: 16,
    """
    1 Notification Message; 100 Hello Message; 200 Initialization Message; \
    201 Keep Alive Message; 202 Capability Message; 300 Address Message; \
    301 Address Withdrawal Message; 400 Label Mapping Message; 401 Label Request Message; \
    402 Label Withdrawal Message; 403 Label Release Message; 404 Label Abort Request Message
    """)
}
