/// Message queues of devices (MQTT 3.1 to 5.0).
package enum MQTT: ApplicationProtocol {
  package static let id = ProtocolID.mqtt
  package static let reference = "MQTT 3.1.1, MQTT 5.0"
  package static let fields = [type, version, client, topic, answer, reason]
  package static let tcpPorts: [UInt16] = [1883]

  static let type = ApplicationField("mqtt.msgtype", "Message")
  static let version = ApplicationField("mqtt.ver", "Version")
  static let client = ApplicationField("mqtt.clientid", "Client ID")
  static let topic = ApplicationField("mqtt.topic", "Topic")
  static let answer = ApplicationField("mqtt.conack.val", "Answer to a connection")
  static let reason = ApplicationField("mqtt.connack.reason_code", "Answer to a connection, MQTT 5")

  /// The packet that opens a connection (MQTT 5.0 section 3.1).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.peek() == UInt8(0x10), let header = MQTTStreamParser.header(reader) else {
      return false
    }
    var reader = reader
    reader.advance(header.length)
    let name = reader.peek(as: UInt16.self)
    reader.advance(2)
    return name == 4 && reader.starts(with: "MQTT") || name == 6 && reader.starts(with: "MQIsdp")
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { MQTTStreamParser() }

  static let types = NumberNames(
    """
    1 Connect Command; 2 Connect Ack; 3 Publish Message; 4 Publish Ack; 5 Publish Received; \
    6 Publish Release; 7 Publish Complete; 8 Subscribe Request; 9 Subscribe Ack; \
    10 Unsubscribe Request; 11 Unsubscribe Ack; 12 Ping Request; 13 Ping Response; \
    14 Disconnect Req; 15 Authentication Exchange
    """)

  static let versions = NumberNames("3 MQTT v3.1; 4 MQTT v3.1.1; 5 MQTT v5.0")

  static let answers = NumberNames(
    """
    0 Connection Accepted; 1 Refused: unacceptable protocol version; \
    2 Refused: identifier rejected; 3 Refused: server unavailable; \
    4 Refused: bad user name or password; 5 Refused: not authorized
    """)

  static let reasons = NumberNames(
    """
    0 Success; 128 Unspecified error; 129 Malformed Packet; 130 Protocol Error; \
    131 Implementation specific error; 132 Unsupported Protocol Version; \
    133 Client Identifier not valid; 134 Bad User Name or Password; 135 Not authorized; \
    136 Server unavailable; 137 Server busy; 138 Banned; 140 Bad authentication method; \
    144 Topic Name invalid; 149 Packet too large; 151 Quota exceeded; 154 Retain not supported; \
    155 QoS not supported; 156 Use another server; 157 Server moved; 159 Connection rate exceeded
    """)
}
