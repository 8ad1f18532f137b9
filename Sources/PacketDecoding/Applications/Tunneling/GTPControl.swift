/// The control plane of the GPRS tunneling protocol, versions 1 and 2.
package enum GTPControl: ApplicationProtocol {
  package static let id = ProtocolID.gtp
  package static let reference = "3GPP TS 29.060, TS 29.274"
  package static let reads = "the packet in data messages"
  package static let fields = [message, message2, cause, cause2, accessPoint]
  package static let udpPorts: [UInt16] = [2123]
  package static let tcpPorts: [UInt16] = [2123]
  package static let readsDatagrams = true

  static let message = ApplicationField("gtp.message", "Message")
  static let message2 = ApplicationField("gtpv2.message_type", "Message of version 2")
  static let cause = ApplicationField("gtp.cause", "Cause")
  static let cause2 = ApplicationField("gtpv2.cause", "Cause of version 2")
  static let accessPoint = ApplicationField("gtpv2.apn", "Access point")

  private static let elementLimit = 64

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    reader.peek(as: UInt8.self).map { (1...2).contains($0 >> 5) } ?? false
  }

  /// Version 2 with the length of all.
  package static func acceptsStream(_ reader: ByteReader) -> Bool {
    guard let first: UInt8 = reader.peek(), let length: UInt16 = reader.peek(at: 2) else {
      return false
    }
    return first >> 5 == 2 && (4...4096).contains(length)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { GTPStreamParser() }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let first: UInt8 = try reader.read()
    let number: UInt8 = try reader.read()
    try reader.skip(2)
    if first >> 5 == 2 {
      notes.carries(.gtpv2)
      notes.count(message2, GTPNames.messages2[number])
      notes.info = GTPNames.messages2[number]
      try reader.skip(first & 0x08 != 0 ? 8 : 4)
      try readElements2(&reader, into: &notes)
    } else {
      notes.count(message, GTPNames.messages1[number])
      notes.info = GTPNames.messages1[number]
      try reader.skip(first & 0x07 != 0 ? 8 : 4)
      // The cause comes first of all elements, which are in the order of their types.
      guard first >> 5 == 1, reader.peek() == UInt8(1), let code: UInt8 = reader.peek(at: 1) else {
        return
      }
      notes.count(cause, GTPNames.causes1[code])
    }
  }

  private static func readElements2(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    for _ in 0..<elementLimit where !reader.isAtEnd {
      let kind: UInt8 = try reader.read()
      let length: UInt16 = try reader.read()
      try reader.skip(1)
      var value = try reader.split(Int(length))
      if kind == 2 {
        notes.count(cause2, GTPNames.causes2[try value.read(as: UInt8.self)])
      } else if kind == 71 {
        notes.count(accessPoint, try labels(&value))
      }
    }
  }

  /// A name in labels, as DNS has it (3GPP TS 23.003 section 9.1).
  private static func labels(_ reader: inout ByteReader) throws(DecodeError) -> String {
    var labels: [String] = []
    while !reader.isAtEnd {
      let length: UInt8 = try reader.read()
      labels.append(try reader.readText(Int(length)))
    }
    return labels.joined(separator: ".")
  }
}
