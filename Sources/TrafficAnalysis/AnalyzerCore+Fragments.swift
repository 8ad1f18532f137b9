import CaptureFormats
import PacketDecoding

extension AnalyzerCore {
  /// Takes a part of a datagram; the packet that completes it counts as its transport protocol.
  mutating func countFragment(
    _ fragment: FragmentInfo, _ record: PacketRecord, time: Int64, _ outcome: inout PacketOutcome
  ) {
    while let (key, datagram) = fragments.expire(now: time) { attribute(datagram, of: key) }
    let key = FragmentTable.Key(
      source: fragment.source, destination: fragment.destination,
      identification: fragment.identification, ipProtocol: fragment.ipProtocol)
    let head =
      fragment.isFirst && packet.transport != .none
      ? FragmentTable.Head(
        path: packet.path, unknown: packet.unknown, sourcePort: packet.sourcePort,
        destinationPort: packet.destinationPort, transport: packet.transport,
        source: packet.source, destination: packet.destination, ipProtocol: packet.ipProtocol)
      : nil
    let datagram = fragments.add(
      fragment, key: key, head: head, time: time, bytes: UInt64(record.originalLength))
    outcome.path = fragment.path
    outcome.unknown = .none
    guard let known = datagram.head else { return }
    if datagram.isWhole {
      outcome.path = known.path
      outcome.unknown = known.unknown
    }
    attribute(datagram.waiting, key, known, isWhole: datagram.isWhole)
    if head != nil || datagram.waiting.packets == 0 {
      count(record, known, time: time, isWhole: datagram.isWhole)
    }
  }

  /// Adds a fragment whose flow is known.
  private mutating func count(
    _ record: PacketRecord, _ head: FragmentTable.Head, time: Int64, isWhole: Bool
  ) {
    take(head)
    let place = flow(
      sourcePort: head.sourcePort, destinationPort: head.destinationPort, time)
    var waiting = FragmentTable.Waiting()
    waiting.add(bytes: UInt64(record.originalLength), time: time)
    add(waiting, to: place, incomplete: isWhole ? 0 : 1)
    let fromLow = isFromLow(place)
    flows.flows[place].history.note(
      .data, fromClient: flows.flows[place].clientIsLow == fromLow)
  }

  /// Adds the fragments that came before the first.
  private mutating func attribute(
    _ waiting: FragmentTable.Waiting, _ key: FragmentTable.Key, _ head: FragmentTable.Head?,
    isWhole: Bool
  ) {
    guard waiting.packets > 0 else { return }
    take(
      head
        ?? FragmentTable.Head(
          path: ProtocolPath(), unknown: .none, sourcePort: 0, destinationPort: 0,
          transport: .none, source: key.source, destination: key.destination,
          ipProtocol: key.ipProtocol))
    let place = flow(
      sourcePort: packet.sourcePort, destinationPort: packet.destinationPort, waiting.firstTime)
    add(waiting, to: place, incomplete: waiting.packets)
  }

  /// Names the packet by the innermost addresses and ports of its datagram.
  private mutating func take(_ head: FragmentTable.Head) {
    packet.source = head.source
    packet.destination = head.destination
    packet.ipProtocol = head.ipProtocol
    packet.ipVersion = head.source.isIPv4 ? 4 : 6
    packet.transport = head.transport
    packet.sourcePort = head.sourcePort
    packet.destinationPort = head.destinationPort
  }

  /// Counts what is left of a datagram that was given up.
  private mutating func attribute(
    _ datagram: FragmentTable.Datagram, of key: FragmentTable.Key
  ) {
    guard datagram.head == nil else { return }
    let saved = packet
    attribute(datagram.waiting, key, nil, isWhole: false)
    packet = saved
  }

  private mutating func add(
    _ waiting: FragmentTable.Waiting, to place: Int, incomplete: UInt32
  ) {
    let fromLow = isFromLow(place)
    Self.add(waiting, to: &flows.flows[place], fromLow: fromLow, incomplete: incomplete)
    addToWindow(place, fromLow: fromLow, waiting, incomplete: incomplete)
  }

  private static func add(
    _ waiting: FragmentTable.Waiting, to flow: inout Flow, fromLow: Bool, incomplete: UInt32
  ) {
    var direction = fromLow ? flow.fromLow : flow.fromHigh
    direction.packets &+= UInt64(waiting.packets)
    direction.bytes &+= waiting.bytes
    direction.fragments &+= incomplete
    if fromLow { flow.fromLow = direction } else { flow.fromHigh = direction }
    flow.firstTime = min(flow.firstTime, waiting.firstTime)
    flow.lastTime = max(flow.lastTime, waiting.lastTime)
  }

  /// Attributes the fragments of datagrams that never became whole; before a snapshot at the end.
  mutating func drainFragments() {
    for (key, datagram) in fragments.drain() { attribute(datagram, of: key) }
  }
}
