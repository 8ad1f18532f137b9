import PacketDecoding

/// What ICMP errors, samples and indications quote is told as what it is by itself.
extension ApplicationLayer {
  /// The application of a quoted datagram, whose flow carries `flow` as far as that is known.
  func quoted(
    _ datagram: QuotedDatagram, _ frame: RawSpan, in flow: ProtocolID
  ) -> ProtocolID {
    guard !datagram.payload.isEmpty, datagram.payload.upperBound <= frame.byteCount else {
      return .none
    }
    let reader = ByteReader(frame.extracting(datagram.payload))
    return datagram.ipProtocol == 6
      ? quotedSegment(datagram, reader, in: flow) : quotedMessage(datagram, reader, in: flow)
  }

  private func quotedSegment(
    _ datagram: QuotedDatagram, _ reader: ByteReader, in flow: ProtocolID
  ) -> ProtocolID {
    guard flow.isNone else { return flow }
    // The server is told by its port, of two known ones by the lower.
    let ports = [datagram.sourcePort, datagram.destinationPort].sorted()
    return StreamRecognizer.recognize(reader, serverPort: ports[0], clientPort: ports[1])
  }

  private func quotedMessage(
    _ datagram: QuotedDatagram, _ reader: ByteReader, in flow: ProtocolID
  ) -> ProtocolID {
    if Self.shared.contains(flow) {
      let application = SharedPorts.application(of: reader, in: flow)
      guard application.isNone else { return application }
    }
    let found = DatagramRecognizer.recognize(
      reader, sourcePort: datagram.sourcePort, destinationPort: datagram.destinationPort)
    guard found.isNone, let entry = ApplicationCatalog.entry(flow) else { return found }
    return !Self.shared.contains(flow) && entry.acceptsDatagram(reader) ? flow : .none
  }

  /// What can take turns in a flow, so that each datagram has to be told anew.
  private static let shared: Set<ProtocolID> = [.stun, .classicstun, .rtp, .rtcp, .wg, .dtls]
}
