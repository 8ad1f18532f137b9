import PacketDecoding

extension ApplicationLayer {
  /// Takes what a parser noted of a flow.
  mutating func take(
    _ notes: ApplicationNotes, of application: ProtocolID, flow: inout Flow, _ ends: MessageEnds
  ) {
    guard !notes.isEmpty else { return }
    logs.applications.add(notes, of: application)
    for host in notes.hostNames {
      logs.hostNames.add(
        host.name, source: application.filterName, to: host.address, time: notes.time)
    }
    for lease in notes.leases { logs.leases.add(lease, time: notes.time) }
    for announcement in notes.announcements {
      announced.add(announcement, between: flow)
    }
    if !notes.signs.isEmpty { logs.security.add(notes.signs, ends, time: notes.time) }
    if let application = notes.becomes {
      flow.application = application
      flow.attempts = 0
    }
  }
}

extension ApplicationNotes {
  mutating func begin(_ ends: MessageEnds, time: Int64, isTold: Bool) {
    begin(
      source: ends.source, sourcePort: ends.sourcePort, destination: ends.destination,
      destinationPort: ends.destinationPort, time: time, isTold: isTold)
  }
}
