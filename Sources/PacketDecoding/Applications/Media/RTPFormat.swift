/// What a payload type of RTP means: a codec and the rate of its clock.
package struct RTPFormat: Hashable, Sendable {
  package let payloadType: UInt8
  /// "PCMU", as in SDP.
  package let name: String
  /// Ticks of the time stamps in a second.
  package let clockRate: Int

  package init(payloadType: UInt8, name: String, clockRate: Int) {
    self.payloadType = payloadType
    self.name = name
    self.clockRate = clockRate
  }

  /// True for what goes between the packets of a codec, with time stamps of its own.
  package var isEvent: Bool {
    ["telephone-event", "cn", "tone"].contains(name.lowercased())
  }

  /// The types that need no announcement (RFC 3551 section 6).
  package static func assigned(_ payloadType: UInt8) -> RTPFormat? {
    table[Int(payloadType & 0x7F)]
  }

  private static let table: [RTPFormat?] = {
    var table = [RTPFormat?](repeating: nil, count: 128)
    for (type, name, rate) in list {
      table[type] = RTPFormat(payloadType: UInt8(type), name: name, clockRate: rate)
    }
    return table
  }()

  private static let list: [(Int, String, Int)] = [
    (0, "PCMU", 8000), (3, "GSM", 8000), (4, "G723", 8000), (5, "DVI4", 8000), (6, "DVI4", 16000),
    (7, "LPC", 8000), (8, "PCMA", 8000), (9, "G722", 8000), (10, "L16", 44100), (11, "L16", 44100),
    (12, "QCELP", 8000), (13, "CN", 8000), (14, "MPA", 90000), (15, "G728", 8000),
    (16, "DVI4", 11025), (17, "DVI4", 22050), (18, "G729", 8000), (25, "CelB", 90000),
    (26, "JPEG", 90000), (28, "nv", 90000), (31, "H261", 90000), (32, "MPV", 90000),
    (33, "MP2T", 90000), (34, "H263", 90000),
  ]
}
