/// The border gateway protocol.
package enum BGP: ApplicationProtocol {
  package static let id = ProtocolID.bgp
  package static let reference = "RFC 4271"
  package static let fields = [type, system, identifier, notification]
  package static let tcpPorts: [UInt16] = [179]

  static let type = ApplicationField("bgp.type", "Message")
  static let system = ApplicationField("bgp.open.myas", "AS")
  static let identifier = ApplicationField("bgp.open.identifier", "Identifier")
  static let notification = ApplicationField("bgp.notify.major_error", "Notification")

  static let headerLength = 19

  /// Sixteen bytes of ones, and the length of a message of a known type (section 4.1).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.peek() == UInt64.max, reader.peek(at: 8) == UInt64.max,
      let length: UInt16 = reader.peek(at: 16), let kind: UInt8 = reader.peek(at: 18)
    else { return false }
    return Int(length) >= headerLength && types.known(kind) != nil
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { BGPStreamParser() }

  static let types = NumberNames(
    """
    1 OPEN Message; 2 UPDATE Message; 3 NOTIFICATION Message; 4 KEEPALIVE Message; \
    5 ROUTE-REFRESH Message; 6 CAPABILITY Message; 128 Cisco ROUTE-REFRESH Message
    """)

  /// What a notification says: its code, and where it tells more, the code below it.
  static func reason(_ code: UInt8, _ detail: UInt8) -> String {
    let details: NumberNames? =
      switch code {
      case 1: headerErrors
      case 2: openErrors
      case 3: updateErrors
      case 6: ceaseReasons
      default: nil
      }
    let more = details?.known(detail).map { ": \($0)" } ?? ""
    return errors[code] + more
  }

  private static let errors = NumberNames(
    """
    1 Message Header Error; 2 OPEN Message Error; 3 UPDATE Message Error; 4 Hold Timer Expired; \
    5 Finite State Machine Error; 6 Cease; 7 CAPABILITY Message Error
    """)

  private static let headerErrors = NumberNames(
    "1 Connection Not Synchronized; 2 Bad Message Length; 3 Bad Message Type")

  private static let openErrors = NumberNames(
    """
    1 Unsupported Version Number; 2 Bad Peer AS; 3 Bad BGP Identifier; \
    4 Unsupported Optional Parameter; 5 Authentication Failure; 6 Unacceptable Hold Time; \
    7 Unsupported Capability; 8 No supported AFI/SAFI
    """)

  private static let updateErrors = NumberNames(
    """
    1 Malformed Attribute List; 2 Unrecognized Well-known Attribute; \
    3 Missing Well-known Attribute; 4 Attribute Flags Error; 5 Attribute Length Error; \
    6 Invalid ORIGIN Attribute; 7 AS Routing Loop; 8 Invalid NEXT_HOP Attribute; \
    9 Optional Attribute Error; 10 Invalid Network Field; 11 Malformed AS_PATH
    """)

  private static let ceaseReasons = NumberNames(
    """
    1 Maximum Number of Prefixes Reached; 2 Administratively Shutdown; 3 Peer De-configured; \
    4 Administratively Reset; 5 Connection Rejected; 6 Other Configuration Change; \
    7 Connection Collision Resolution; 8 Out of Resources; 9 Hard Reset; 10 BFD Down
    """)
}
