/// Redis: a command is an array of bulk strings (Redis serialization protocol).
package enum Redis: ApplicationProtocol {
  package static let id = ProtocolID.redis
  package static let reference = "RESP2, RESP3"
  package static let fields = [command, error]
  package static let tcpPorts: [UInt16] = [6379]

  static let command = ApplicationField("resp.bulk_string.value", "Command")
  static let error = ApplicationField("resp.error", "Error")

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    var reader = reader
    return skipCount(behind: UInt8(ascii: "*"), &reader)
      && skipCount(behind: UInt8(ascii: "$"), &reader)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { RedisStreamParser() }

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
