/// QUIC as Google made it before the IETF did ("Q043", "Q046"), by packets that name its version.
package enum GQUIC: DatagramRecognizing {
  package static let id = ProtocolID.gquic
  package static let reference = "QUIC Wire Layout Specification (Google)"
  package static let reads = "versions"

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let flags: UInt8 = reader.peek() else { return false }
    // Since Q046 the version stands where long headers have it.
    if flags & 0x80 != 0 { return isVersion(reader, at: 1) }
    let isPublic = flags & 0xC1 == 0x01 && flags & 0x08 != 0
    return isPublic && isVersion(reader, at: 9)
  }

  private static func isVersion(_ reader: ByteReader, at distance: Int) -> Bool {
    guard let word: UInt32 = reader.peek(at: distance) else { return false }
    let family = word >> 24
    let digits = [16, 8, 0].allSatisfy { (0x30...0x39).contains(word >> UInt32($0) & 0xFF) }
    return (family == 0x51 || family == 0x54) && digits
  }
}
