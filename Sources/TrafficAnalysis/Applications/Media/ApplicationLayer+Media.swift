import PacketDecoding

/// Flows in which several protocols take turns, and the media in them.
extension ApplicationLayer {
  mutating func sharedDatagram(
    _ packet: PacketContent, _ frame: RawSpan, _ flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    let reader = ByteReader(frame.extracting(packet.payload))
    switch SharedPorts.application(of: reader, in: flow.application) {
    case .none:
      return guess(packet, reader, &flow, place: place, fromClient: fromClient, time: time)
    case .rtp: return media(packet, reader, flow, time: time)
    case .dtls where flow.application == .stun && DTLSParser.recognizes(reader):
      return dtlsDatagram(packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    case let application:
      return readDatagram(packet, frame, flow: &flow, time: time, as: application)
    }
  }

  /// A datagram of a flow of which nothing is known.
  @inline(__always)
  mutating func unknownDatagram(
    _ packet: PacketContent, _ frame: RawSpan, _ flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    let reader = ByteReader(frame.extracting(packet.payload))
    // The cookie is as sure in a later datagram as in the first.
    if STUN.recognizesDatagram(reader) {
      flow.application = .stun
      return readDatagram(packet, frame, flow: &flow, time: time, as: .stun)
    }
    return guess(packet, reader, &flow, place: place, fromClient: fromClient, time: time)
  }

  /// Looks for RTP: where it is announced, or in several packets in a row.
  @inline(__always)
  private mutating func guess(
    _ packet: PacketContent, _ reader: ByteReader, _ flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    guard flow.attempts < Self.mediaAttemptLimit, let header = RTPHeader(reader),
      header.hasUsualType
    else { return Finding() }
    if announced.application(of: flow) != .rtp {
      switch mediaCandidates.add(header, flow: place, fromClient: fromClient) {
      case .sure: break
      case .next: return Finding()
      case .new:
        flow.attempts += 1
        return Finding()
      }
    }
    flow.application = .rtp
    return media(packet, reader, flow, time: time)
  }

  private mutating func media(
    _ packet: PacketContent, _ reader: ByteReader, _ flow: Flow, time: Int64
  ) -> Finding {
    guard let header = RTPHeader(reader) else { return Finding(application: .rtp) }
    let info = logs.rtp.add(
      header, packet.ends, byteCount: packet.payloadLength, time: time
    ) { type in
      announced.format(type, of: flow) ?? RTPFormat.assigned(type)
    }
    if let info { say(info) }
    return Finding(application: .rtp)
  }
}
