/// The frames of ISO transport over TCP (RFC 1006 section 6), and the kind of the unit in each.
struct TPKT {
  static let data: UInt8 = 0xF
  static let connectRequest: UInt8 = 0xE
  static let connectConfirm: UInt8 = 0xD

  /// Of the whole frame.
  let length: Int
  /// Of the header of the transport unit, without its own byte.
  let indicator: Int
  let kind: UInt8

  /// Nil where no frame begins.
  init?(_ reader: ByteReader) {
    guard reader.peek() == UInt16(0x0300), let length: UInt16 = reader.peek(at: 2), length >= 7,
      let indicator: UInt8 = reader.peek(at: 4), Int(indicator) + 5 <= Int(length),
      indicator >= 2, let code: UInt8 = reader.peek(at: 5)
    else { return nil }
    self.length = Int(length)
    self.indicator = Int(indicator)
    kind = code >> 4
  }

  /// What the unit carries.
  @_lifetime(copy reader)
  func payload(_ reader: ByteReader) -> ByteReader {
    reader.slice(at: 5 + indicator, count: max(0, length - 5 - indicator))
  }

  static func extent(of reader: ByteReader) -> MessageExtent {
    guard reader.remaining >= 7 else { return .needs(7) }
    return TPKT(reader).map { .message(length: $0.length) } ?? .unknown
  }
}
