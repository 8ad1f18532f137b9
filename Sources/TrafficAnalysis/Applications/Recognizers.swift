import PacketDecoding

/// Tells what a datagram carries.
enum DatagramRecognizer {
  static func recognize(
    _ reader: ByteReader, sourcePort: UInt16, destinationPort: UInt16
  ) -> ProtocolID {
    // The lower port is asked first, as the older service.
    let byLower = accepted(reader, on: min(sourcePort, destinationPort))
    guard byLower.isNone else { return byLower }
    let byHigher = accepted(reader, on: max(sourcePort, destinationPort))
    guard byHigher.isNone else { return byHigher }
    for entry in ApplicationCatalog.ofDatagrams where entry.recognizesDatagram(reader) {
      return entry.id
    }
    return .none
  }

  private static func accepted(_ reader: ByteReader, on port: UInt16) -> ProtocolID {
    let byPort = KnownPorts.udp(port)
    guard let entry = ApplicationCatalog.entry(byPort), entry.acceptsDatagram(reader) else {
      return .none
    }
    return byPort
  }
}

/// Tells what a stream carries.
enum StreamRecognizer {
  /// What it is by its first bytes in either direction.
  static func recognize(
    _ reader: ByteReader, serverPort: UInt16, clientPort: UInt16
  ) -> ProtocolID {
    let byPort = application(serverPort: serverPort, clientPort: clientPort)
    let expected = ApplicationCatalog.entry(byPort)
    if let expected, expected.recognizesStream(reader) { return byPort }
    for entry in ApplicationCatalog.all where entry.recognizesStream(reader) { return entry.id }
    return expected?.acceptsStream(reader) ?? false ? byPort : .none
  }

  /// What it is by a segment further on, from which only the protocol of its port is surely known.
  static func recognizeLater(
    _ reader: ByteReader, serverPort: UInt16, clientPort: UInt16
  ) -> ProtocolID {
    let byPort = application(serverPort: serverPort, clientPort: clientPort)
    let expected = ApplicationCatalog.entry(byPort)
    return expected?.recognizesStream(reader) ?? false ? byPort : .none
  }

  private static func application(serverPort: UInt16, clientPort: UInt16) -> ProtocolID {
    let application = KnownPorts.tcp(serverPort)
    return application.isNone ? KnownPorts.tcp(clientPort) : application
  }
}
