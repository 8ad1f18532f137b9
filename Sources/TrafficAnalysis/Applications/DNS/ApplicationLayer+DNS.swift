import PacketDecoding

extension ApplicationLayer {
  /// Takes a message of unicast DNS, and notes packets that findings will want to name.
  mutating func addDNS(
    _ message: DNSMessage, _ ends: MessageEnds, time: Int64, isLate: Bool = false
  ) {
    let contradicts = logs.dns.add(message, ends, time: time, isLate: isLate)
    guard message.isResponse else { return }
    if contradicts { logs.sightings.add(.dnsContradiction, Sighting(ends, time: time)) }
    if message.isFailure { logs.sightings.add(.dnsFailure, Sighting(ends, time: time)) }
    if !ends.isStream,
      message.header.isTruncated || message.byteCount > NameServerHealth.largestDatagram
    {
      logs.sightings.add(.dnsOversized, Sighting(ends, time: time))
    }
  }
}

extension Sighting {
  /// The packet that ended a message.
  init(_ ends: MessageEnds, time: Int64) {
    self.init(
      number: ends.number, time: time, source: ends.source, destination: ends.destination,
      sourcePort: ends.sourcePort, destinationPort: ends.destinationPort)
  }
}
