/// A command to Redis as an array of bulk strings (Redis serialization protocol).
package enum Redis: ApplicationProtocol {
  package static let id = ProtocolID.redis
  package static let reference = "RESP2"
  package static let tcpPorts: [UInt16] = [6379]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    var reader = reader
    return skipCount(behind: UInt8(ascii: "*"), &reader)
      && skipCount(behind: UInt8(ascii: "$"), &reader)
  }

  private static func skipCount(behind sign: UInt8, _ reader: inout ByteReader) -> Bool {
    guard reader.peek() == sign, let end = reader.distance(to: 0x0D, within: 12), end > 1 else {
      return false
    }
    for index in 1..<end {
      guard let byte: UInt8 = reader.peek(at: index), (0x30...0x39).contains(byte) else {
        return false
      }
    }
    guard reader.peek(at: end + 1) == UInt8(0x0A) else { return false }
    reader.advance(end + 2)
    return true
  }
}
