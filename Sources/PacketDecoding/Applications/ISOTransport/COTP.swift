/// The connection-oriented transport of ISO over TCP (RFC 905, RFC 1006).
package enum COTP: ApplicationProtocol {
  package static let id = ProtocolID.cotp
  package static let reference = "RFC 905, RFC 1006"
  package static let carrier = ProtocolID.tpkt
  package static let fields = [type]
  package static let tcpPorts: [UInt16] = [102]

  static let type = ApplicationField("cotp.type", "Unit")

  package static func acceptsStream(_ reader: ByteReader) -> Bool { TPKT(reader) != nil }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    COTPStreamParser(follows: id)
  }

  static let types = NumberNames(
    radix: 16,
    """
    1 ED Expedited Data; 2 EA Expedited Data Acknowledgement; 5 RJ Reject; \
    6 AK Data Acknowledgement; 7 ER TPDU Error; 8 DR Disconnect Request; c DC Disconnect Confirm; \
    d CC Connect Confirm; e CR Connect Request; f DT Data
    """)
}
