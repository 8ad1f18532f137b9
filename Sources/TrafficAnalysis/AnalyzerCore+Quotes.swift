import PacketDecoding

extension AnalyzerCore {
  /// What an error quotes hangs below it in the hierarchy, and counts nowhere else.
  func quotingPath(_ path: ProtocolPath, _ frame: RawSpan) -> ProtocolPath {
    var result = path.appending(packet.quoted)
    guard let datagram = packet.quotedDatagram else { return result }
    let application = applications.quoted(datagram, frame, in: application(of: datagram))
    if !application.isNone {
      result = result.appending(ApplicationCatalog.carriers(of: application))
      result.append(application)
    }
    return result
  }

  /// What the flow of a quoted datagram carries.
  ///
  /// It is asked only where the error comes from one of its ends: no other flow is surely followed by
  /// the analyzer that the error falls to.
  private func application(of datagram: QuotedDatagram) -> ProtocolID {
    let isBetweenEnds =
      datagram.source == packet.destination && datagram.destination == packet.source
    guard isBetweenEnds else { return .none }
    let key = FlowKey.of(datagram)
    return flows.find(key, flows.hashValue(key)).map { flows.flows[$0].application } ?? .none
  }
}
