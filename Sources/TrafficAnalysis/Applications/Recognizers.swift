import PacketDecoding

/// Tells what a datagram carries.
enum DatagramRecognizer {
  static func recognize(_ reader: ByteReader, byPort: ProtocolID) -> ProtocolID {
    switch byPort {
    // These are only what their port says if they look like it.
    case .dns where reader.remaining >= 12: return .dns
    case .dns: return .none
    case .none: return unregistered(reader)
    default: return byPort
    }
  }

  private static func unregistered(_ reader: ByteReader) -> ProtocolID { .none }
}

/// Tells what a stream carries, by its first bytes in either direction.
enum StreamRecognizer {
  static func recognize(
    _ reader: ByteReader, serverPort: UInt16, clientPort: UInt16
  ) -> ProtocolID {
    if HTTPStreamParser.looksLikeRequest(reader) || HTTPStreamParser.looksLikeResponse(reader) {
      return .http
    }
    if TLSStreamParser.looksLikeTLS(reader) { return .tls }
    if reader.peek(as: UInt32.self) == 0x5353_482D { return .ssh }  // "SSH-"
    let byPort =
      KnownPorts.tcp(serverPort) != .none ? KnownPorts.tcp(serverPort) : KnownPorts.tcp(clientPort)
    switch byPort {
    // Content says whether it is one of these: what does not look like them is something else.
    case .http, .tls, .ssh: return .none
    default: return byPort
    }
  }
}
