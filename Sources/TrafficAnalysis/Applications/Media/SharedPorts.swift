import PacketDecoding

/// Tells apart what several protocols send between the same two ports (RFC 7983).
enum SharedPorts {
  /// The protocol of a datagram in a flow that carries `flow`, ``ProtocolID/none`` if it is of none.
  @inline(__always)
  static func application(of reader: ByteReader, in flow: ProtocolID) -> ProtocolID {
    guard let first: UInt8 = reader.peek() else { return .none }
    switch first >> 6 {
    case 0: return message(reader, in: flow)
    case 2: return media(reader, in: flow)
    default: return flow == .stun && STUN.isChannelData(reader) ? .stun : .none
    }
  }

  private static func message(_ reader: ByteReader, in flow: ProtocolID) -> ProtocolID {
    if STUN.recognizesDatagram(reader) { return .stun }
    if flow == .dtls || DTLSParser.recognizes(reader) { return .dtls }
    if flow == .wg { return WireGuard.recognizesDatagram(reader) ? .wg : .none }
    return ClassicSTUN.recognizesDatagram(reader) ? .classicstun : .none
  }

  @inline(__always)
  private static func media(_ reader: ByteReader, in flow: ProtocolID) -> ProtocolID {
    if flow == .rtp || flow == .rtcp {
      if RTCP.isControl(reader) { return .rtcp }
      return flow == .rtp && RTPHeader(reader) != nil ? .rtp : .none
    }
    return RTCP.recognizesDatagram(reader) ? .rtcp : .none
  }
}
