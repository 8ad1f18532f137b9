/// An application protocol: how it is recognised, and what is read of it.
///
/// A new one is a file with a type that conforms, a line in ``ApplicationCatalog`` and a test.
package protocol ApplicationProtocol: SendableMetatype {
  static var id: ProtocolID { get }
  /// The specification it follows, "RFC 4253".
  static var reference: String { get }
  /// What is read of it beside its ``fields``, in words.
  static var reads: String { get }
  /// What a report counts of it.
  static var fields: [ApplicationField] { get }
  /// The layer between the transport and this one, ``ProtocolID/none`` without.
  static var carrier: ProtocolID { get }
  /// Ports of servers, the registered ones and those in common use.
  static var udpPorts: [UInt16] { get }
  static var tcpPorts: [UInt16] { get }

  /// Itself if it is known by the content of a datagram; what ``DatagramRecognizing`` says.
  static var datagramRecognizer: (any DatagramRecognizing.Type)? { get }
  /// Whether a datagram from or to one of ``udpPorts`` can be of this protocol.
  static func acceptsDatagram(_ reader: ByteReader) -> Bool
  /// Whether the first bytes of either direction of a connection are surely of this protocol.
  static func recognizesStream(_ reader: ByteReader) -> Bool
  /// Whether the first bytes of a connection to one of ``tcpPorts`` can be of this protocol.
  static func acceptsStream(_ reader: ByteReader) -> Bool

  /// True if ``readDatagram(_:into:)`` reads something.
  static var readsDatagrams: Bool { get }
  /// Reads one datagram; what was noted before an error stays.
  static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError)
  /// What reads a connection, or nil if nothing is read of it.
  static func makeStreamParser() -> (any ApplicationStreamParser)?
}

extension ApplicationProtocol {
  package static var reads: String { "" }
  package static var fields: [ApplicationField] { [] }
  package static var carrier: ProtocolID { .none }
  package static var udpPorts: [UInt16] { [] }
  package static var tcpPorts: [UInt16] { [] }
  package static var datagramRecognizer: (any DatagramRecognizing.Type)? { nil }
  package static var readsDatagrams: Bool { false }
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool { true }
  package static func recognizesStream(_ reader: ByteReader) -> Bool { false }
  package static func acceptsStream(_ reader: ByteReader) -> Bool { true }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {}

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { nil }
}

/// A protocol that is known by the content of a datagram; the others are not asked.
package protocol DatagramRecognizing: ApplicationProtocol {
  /// Whether a datagram between any ports is surely of this protocol.
  static func recognizesDatagram(_ reader: ByteReader) -> Bool
}

extension DatagramRecognizing {
  // A cast would have to look through all conformances there are, which takes ten milliseconds.
  package static var datagramRecognizer: (any DatagramRecognizing.Type)? { self }
}
