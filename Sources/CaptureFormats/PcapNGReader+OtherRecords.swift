/// Records that are no packets: custom blocks and entries of a systemd journal.
///
/// Wireshark numbers them among the packets, and so do we, so that a packet has the same number here
/// and there.
extension PcapNGReader {
  private static let journalEntry: UInt32 = 9
  /// Of custom blocks that may be copied to other files and of those that may not.
  private static let custom: [UInt32] = [0x0000_0BAD, 0x4000_0BAD]

  static func holdsOtherRecord(_ type: UInt32) -> Bool {
    type == journalEntry || custom.contains(type)
  }

  func readOtherRecord(
    _ bytes: RawSpan, type: UInt32, _ body: Range<Int>, into records: inout [PacketRecord]
  ) {
    // A custom block begins with the number of the enterprise whose it is.
    let start = body.lowerBound + (type == Self.journalEntry ? 0 : min(4, body.count))
    let time = type == Self.journalEntry ? journalTime(bytes, body) : nil
    records.append(
      PacketRecord(
        time: time ?? PacketRecord.absentTime, offset: start,
        capturedLength: body.upperBound - start, originalLength: UInt32(body.upperBound - start),
        linkType: .none, interface: .max))
  }

  /// The microseconds since 1970 that an entry states (systemd.journal-fields).
  private func journalTime(_ bytes: RawSpan, _ body: Range<Int>) -> Timestamp? {
    let key = Array("__REALTIME_TIMESTAMP=".utf8)
    var matched = 0
    for place in body {
      let octet: UInt8 = bytes.load(place, bigEndian: true)
      if matched == key.count {
        return microseconds(bytes, place..<min(place + 16, body.upperBound))
      }
      // No part of the key repeats its beginning.
      matched = octet == key[matched] ? matched + 1 : octet == key[0] ? 1 : 0
    }
    return nil
  }

  private func microseconds(_ bytes: RawSpan, _ range: Range<Int>) -> Timestamp {
    var count: Int64 = 0
    for place in range {
      let octet: UInt8 = bytes.load(place, bigEndian: true)
      guard (0x30...0x39).contains(octet) else { break }
      count = count * 10 + Int64(octet - 0x30)
    }
    return Timestamp(seconds: count / 1_000_000, nanoseconds: count % 1_000_000 * 1000)
  }
}
