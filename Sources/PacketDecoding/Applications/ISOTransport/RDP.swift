/// Remote desktops: how a connection is agreed upon, before TLS begins (MS-RDPBCGR section 2.2.1).
package enum RDP: ApplicationProtocol {
  package static let id = ProtocolID.rdp
  package static let reference = "MS-RDPBCGR"
  package static let carrier = ProtocolID.cotp
  package static let fields = [cookie, requested, selected, failure, client]
  package static let tcpPorts: [UInt16] = [3389]

  static let cookie = ApplicationField("rdp.rt_cookie", "Cookie")
  static let requested = ApplicationField(
    "rdp.negReq.requestedProtocols", "Security that is offered")
  static let selected = ApplicationField("rdp.negReq.selectedProtocol", "Security chosen")
  static let failure = ApplicationField("rdp.negFailure.failureCode", "Refusal")
  static let client = ApplicationField("rdp.client.name", "Client")

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard let frame = TPKT(reader), frame.indicator + 5 == frame.length,
      frame.kind == TPKT.connectRequest || frame.kind == TPKT.connectConfirm
    else { return false }
    var user = reader
    user.advance(11)
    if user.starts(with: "Cookie: mst") { return true }
    // The negotiation request or response fills the rest: its type, and eight as its length.
    guard let type: UInt8 = user.peek(), let size: UInt16 = user.peek(at: 2) else { return false }
    return (1...3).contains(type) && size == 0x0800
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { RDPStreamParser() }

  /// The names of the bits that a client sets.
  static func protocols(_ bits: UInt32) -> String {
    guard bits != 0 else { return "Standard RDP Security" }
    let names = [
      (UInt32(1), "TLS"), (2, "CredSSP"), (4, "RDSTLS"), (8, "CredSSP with early authorization"),
      (16, "RDS AAD"),
    ]
    return names.filter { bits & $0.0 != 0 }.map(\.1).joined(separator: ", ")
  }

  static let failures = NumberNames(
    """
    1 TLS required by server; 2 TLS not allowed by server; 3 TLS certificate not on server; \
    4 Inconsistent flags; 5 CredSSP required by server; 6 TLS with client certificate required
    """)
}
