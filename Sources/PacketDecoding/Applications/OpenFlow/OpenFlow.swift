/// How controllers tell switches where frames go.
package enum OpenFlow: ApplicationProtocol {
  package static let id = ProtocolID.openflow
  package static let reference = "ONF OpenFlow Switch Specification 1.0 to 1.5"
  package static let reads = "the frames that switch and controller send each other (1.0, 1.3, 1.4)"
  package static let fields = [version]
  package static let tcpPorts: [UInt16] = [6633, 6653]

  static let version = ApplicationField("openflow.version", "Versions")

  static let headerByteCount = 8

  package static func acceptsStream(_ reader: ByteReader) -> Bool { hasHeader(reader) }

  /// A version there is, a type that one of them has, and a length that counts the header.
  static func hasHeader(_ reader: ByteReader) -> Bool {
    guard let version: UInt8 = reader.peek(), versions.known(version) != nil,
      let type: UInt8 = reader.peek(at: 1), type <= 35,
      let length: UInt16 = reader.peek(at: 2)
    else { return false }
    return Int(length) >= headerByteCount
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    OpenFlowStreamParser()
  }

  static let versions = NumberNames("1 1.0; 2 1.1; 3 1.2; 4 1.3; 5 1.4; 6 1.5")

  /// Those that all versions have; from 15 on the numbers differ.
  static let types = NumberNames(
    """
    0 Hello; 1 Error; 2 Echo request; 3 Echo reply; 4 Experimenter; 5 Features request; \
    6 Features reply; 7 Get config request; 8 Get config reply; 9 Set config; 10 Packet in; \
    11 Flow removed; 12 Port status; 13 Packet out; 14 Flow mod
    """)
}
