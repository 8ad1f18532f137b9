import PacketDecoding

/// Tells what a datagram carries.
enum DatagramRecognizer {
  static func recognize(_ reader: ByteReader, byPort: ProtocolID) -> ProtocolID {
    switch byPort {
    case .gtp: return reader.peek(as: UInt8.self).map { $0 >> 5 == 1 } ?? false ? .gtp : .none
    case .none: return byContent(reader)
    default: return byPort
    }
  }

  private static func byContent(_ reader: ByteReader) -> ProtocolID {
    if STUNMessage.recognizes(reader) { return .stun }
    if QUICLongHeader.recognizes(reader) { return .quic }
    if SIPMessage.recognizes(reader) { return .sip }
    if DHCPMessage.recognizes(reader) { return .dhcp }
    return DNSMessage.looksLikeDNS(reader) ? .dns : .none
  }
}

/// Tells what a stream carries, by its first bytes in either direction.
enum StreamRecognizer {
  static func recognize(
    _ reader: ByteReader, serverPort: UInt16, clientPort: UInt16
  ) -> ProtocolID {
    let content = byContent(reader)
    if content != .none { return content }
    let byPort =
      KnownPorts.tcp(serverPort) != .none ? KnownPorts.tcp(serverPort) : KnownPorts.tcp(clientPort)
    switch byPort {
    // Content says whether it is one of these: what does not look like them is something else.
    case .http, .tls, .ssh: return .none
    default: return byPort
    }
  }

  private static func byContent(_ reader: ByteReader) -> ProtocolID {
    if TLSStreamParser.looksLikeTLS(reader) { return .tls }
    if SIPMessage.recognizes(reader) { return .sip }
    if RTSPMessage.recognizes(reader) { return .rtsp }
    if HTTPStreamParser.looksLikeRequest(reader) || HTTPStreamParser.looksLikeResponse(reader) {
      return .http
    }
    if SSHBanner.recognizes(reader) { return .ssh }
    if SMTPGreeting.recognizes(reader) { return .smtp }
    if FTPGreeting.recognizes(reader) { return .ftp }
    if POPGreeting.recognizes(reader) { return .pop }
    if IMAPGreeting.recognizes(reader) { return .imap }
    if MQTTConnect.recognizes(reader) { return .mqtt }
    if BitTorrentHandshake.recognizes(reader) { return .bittorrent }
    if SMBMessage.recognizes(reader) { return .nbss }
    return RDPConnection.recognizes(reader) ? .rdp : .none
  }
}
