/// The NetBIOS session service, which frames SMB, with the sessions that open it on port 139.
package enum NBSS: ApplicationProtocol {
  package static let id = ProtocolID.nbss
  package static let reference = "RFC 1002"
  package static let fields = [type, calledName, callingName]
  package static let tcpPorts: [UInt16] = [139, 445]

  static let type = ApplicationField("nbss.type", "Message")
  static let calledName = ApplicationField("nbss.called_name", "Called name")
  static let callingName = ApplicationField("nbss.calling_name", "Calling name")

  /// A session request is two names of 34 bytes (section 4.3.2).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    reader.peek() == UInt32(0x8100_0044) && reader.peek(at: 4) == UInt8(0x20)
      && reader.peek(at: 38) == UInt8(0x20)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    SMBStreamParser(follows: id)
  }

  static let types = NumberNames(
    radix: 16,
    """
    81 Session request; 82 Positive session response; 83 Negative session response; \
    84 Retarget session response; 85 Session keep-alive
    """)
}
