/// Reports about RTP streams.
package enum RTCP: DatagramRecognizing {
  package static let id = ProtocolID.rtcp
  package static let reference = "RFC 3550"
  package static let readsDatagrams = true

  package static let packetType = ApplicationField("rtcp.pt", "Packet types")
  package static let name = ApplicationField("rtcp.sdes.text", "Names of sources")
  package static let fields = [packetType, name]

  private static let packetLimit = 32

  /// A report, or what may begin a compound packet without one, that fits into the datagram
  /// (section 6.1); what follows it may be encrypted.
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard reader.remaining % 4 == 0, let first: UInt8 = reader.peek(), first & 0xC0 == 0x80,
      let type: UInt8 = reader.peek(at: 1), let words: UInt16 = reader.peek(at: 2),
      Int(words) * 4 + 4 <= reader.remaining
    else { return false }
    let reports = Int(first & 0x1F)
    switch type {
    case 200: return Int(words) >= 6 + reports * 6
    case 201: return Int(words) >= 1 + reports * 6
    case 203: return Int(words) >= reports
    case 204, 206: return words >= 2
    default: return false
    }
  }

  /// Whether a datagram where RTP is expected is RTCP (RFC 5761 section 4).
  package static func isControl(_ reader: ByteReader) -> Bool {
    guard let first: UInt8 = reader.peek(), let type: UInt8 = reader.peek(at: 1) else {
      return false
    }
    return first & 0xC0 == 0x80 && (192...223).contains(type)
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    var titles: [String] = []
    for _ in 0..<packetLimit where !reader.isAtEnd {
      guard isControl(reader) else { break }
      let count = Int(try reader.read(as: UInt8.self) & 0x1F)
      let type: UInt8 = try reader.read()
      let length = Int(try reader.read(as: UInt16.self)) * 4
      let title = names[type] ?? "Type \(type)"
      notes.count(packetType, title)
      titles.append(title)
      var body = try reader.split(min(length, reader.remaining))
      if type == 202 { try readNames(&body, count, into: &notes) }
    }
    if !titles.isEmpty { notes.describe(titles.joined(separator: "   ")) }
  }

  /// Reads the canonical names in a source description (section 6.5).
  private static func readNames(
    _ reader: inout ByteReader, _ count: Int, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    for _ in 0..<count {
      let start = reader.offset
      try reader.skip(4)  // source
      while let type: UInt8 = reader.peek(), type != 0 {
        try reader.skip(1)
        let length = Int(try reader.read(as: UInt8.self))
        let text = try reader.split(length)
        if type == 1 { notes.count(name, PrintableText.string(text)) }
      }
      // Zeros up to the next word, at least one.
      let used = reader.offset - start
      reader.advance(4 - used % 4)
    }
  }

  private static let names: [UInt8: String] = [
    192: "Full Intra-frame Request", 193: "Negative Acknowledgement", 195: "Extended jitter report",
    200: "Sender Report", 201: "Receiver Report", 202: "Source description", 203: "Goodbye",
    204: "Application specific", 205: "Generic RTP Feedback", 206: "Payload-specific Feedback",
    207: "Extended report", 208: "AVB RTCP packet", 209: "Receiver Summary Information",
  ]
}
