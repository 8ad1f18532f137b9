/// WireGuard tunnels: their handshakes.
package enum WireGuard: DatagramRecognizing {
  package static let id = ProtocolID.wg
  package static let reference = "the WireGuard whitepaper"
  package static let udpPorts: [UInt16] = [51820]
  package static let readsDatagrams = true

  package static let kind = ApplicationField("wg.type", "Messages")
  package static let fields = [kind]

  private enum Kind {
    static let initiation: UInt8 = 1
    static let response: UInt8 = 2
    static let cookie: UInt8 = 3
    static let data: UInt8 = 4
  }

  /// A known type with three zeros behind it, and a length that fits it (section 5.4).
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let type: UInt8 = reader.peek(), let word: UInt32 = reader.peek(), word & 0xFFFFFF == 0
    else { return false }
    switch type {
    case Kind.initiation: return reader.remaining == 148
    case Kind.response: return reader.remaining == 92
    case Kind.cookie: return reader.remaining == 64
    case Kind.data: return reader.remaining >= 32
    default: return false
    }
  }

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool { recognizesDatagram(reader) }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let title: String
    switch try reader.read(as: UInt8.self) {
    case Kind.initiation: title = "Handshake Initiation"
    case Kind.response: title = "Handshake Response"
    case Kind.cookie: title = "Cookie Reply"
    // Most are data, and not counted.
    default: return notes.describe("Transport Data")
    }
    notes.count(kind, title)
    notes.describe(title)
  }
}
