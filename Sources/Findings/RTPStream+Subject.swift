import TrafficAnalysis

extension RTPStream {
  var subject: FindingSubject {
    .use(
      client: source, server: destination, transport: "udp", port: destinationPort)
  }

  /// Shows its packets.
  var filter: String {
    DisplayFilter.all(
      DisplayFilter.from(source), DisplayFilter.to(destination),
      "udp.srcport == \(sourcePort)", "udp.dstport == \(destinationPort)",
      "rtp.ssrc == \(synchronizationSourceText.lowercased())")
  }
}
