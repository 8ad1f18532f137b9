import PacketDecoding

/// Tells what a datagram carries.
enum DatagramRecognizer {
  static func recognize(_ reader: ByteReader, byPort: ProtocolID) -> ProtocolID {
    if let entry = ApplicationCatalog.entry(byPort), entry.acceptsDatagram(reader) {
      return byPort
    }
    for entry in ApplicationCatalog.all where entry.recognizesDatagram(reader) { return entry.id }
    return .none
  }
}

/// Tells what a stream carries, by its first bytes in either direction.
enum StreamRecognizer {
  static func recognize(
    _ reader: ByteReader, serverPort: UInt16, clientPort: UInt16
  ) -> ProtocolID {
    let byPort =
      KnownPorts.tcp(serverPort) != .none ? KnownPorts.tcp(serverPort) : KnownPorts.tcp(clientPort)
    let expected = ApplicationCatalog.entry(byPort)
    if let expected, expected.recognizesStream(reader) { return byPort }
    for entry in ApplicationCatalog.all where entry.recognizesStream(reader) { return entry.id }
    return expected?.acceptsStream(reader) ?? false ? byPort : .none
  }
}
