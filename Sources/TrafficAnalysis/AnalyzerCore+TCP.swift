import CaptureFormats
import PacketDecoding

extension AnalyzerCore {
  /// Takes a whole TCP header into its connection, and its payload to the application.
  @inline(__always)
  mutating func countSegment(
    _ place: Int, fromLow: Bool, _ frame: RawSpan, time: Int64, _ outcome: inout PacketOutcome
  ) {
    if flows.flows[place].tcp < 0 {
      // The flow began with a packet whose header was cut off.
      flows.flows[place].tcp = openConnection()
    }
    let fromClient = flows.flows[place].clientIsLow == fromLow
    let segment = TCPSegment(
      packet.tcp, length: packet.wirePayloadLength, time: time, fromLow: fromLow,
      fromClient: fromClient)
    let wasClosed = connections.hasClosedWindow(flows.flows[place].tcp)
    let result = connections.add(segment, packet.tcp, to: flows.flows[place].tcp, &totals)
    outcome.analysis = result.analysis
    totals.tcp.count(segment, result.analysis)
    if wasClosed || result.analysis.hasAny(.trouble) {
      noteTrouble(segment, result.analysis, place, time: time)
    }
    if segment.isUnusual { noteProbe(segment, place, time: time) }
    if segment.isRST { see(.reset, time: time) }
    flows.flows[place].note(segment, result.landmarks)
    if segment.length > 0, packet.payload.count > 0 {
      let finding = applications.segment(
        PacketContent(packet), frame, flow: &flows.flows[place], place: place,
        fromClient: fromClient, time: time)
      outcome.take(finding)
    }
    if segment.isFIN {
      applications.noteEnd(
        PacketContent(packet), flow: &flows.flows[place], place: place, fromClient: fromClient,
        time: time)
    }
    if segment.isRST {
      applications.end(&flows.flows[place], place: place)
    } else if flows.flows[place].isOver {
      applications.close(&flows.flows[place], place: place)
    }
  }
}
