/// The packet that opens an MQTT connection (MQTT 5.0 section 3.1).
package enum MQTT: ApplicationProtocol {
  package static let id = ProtocolID.mqtt
  package static let reference = "MQTT 5.0"
  package static let tcpPorts: [UInt16] = [1883]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.peek() == UInt8(0x10) else { return false }
    var reader = reader
    reader.advance(1)
    for _ in 0..<4 {
      guard let length: UInt8 = reader.peek() else { return false }
      reader.advance(1)
      if length < 0x80 { break }
    }
    let name = reader.peek(as: UInt16.self)
    reader.advance(2)
    return name == 4 && reader.starts(with: "MQTT") || name == 6 && reader.starts(with: "MQIsdp")
  }
}
