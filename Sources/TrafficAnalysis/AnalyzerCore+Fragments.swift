import CaptureFormats
import PacketDecoding

/// Every analyzer puts all fragments together, as only a whole datagram tells whose it is; each packet
/// is still counted by one of them.
extension AnalyzerCore {
  /// Datagrams in datagrams that are put together, at most.
  private static let depthLimit = 4

  /// Takes a part of a datagram; the packet that completes it counts as what the datagram is.
  mutating func addFragment(
    _ record: PacketRecord, _ frame: RawSpan, time: Int64, reversed: Bool
  ) {
    giveUpFragments(now: time)
    var waiting = WaitingFragments()
    waiting.add(bytes: UInt64(record.originalLength), time: time)
    join(record, frame, waiting, time: time, reversed: reversed, depth: 0)
  }

  private mutating func join(
    _ record: PacketRecord, _ frame: RawSpan, _ waiting: WaitingFragments, time: Int64,
    reversed: Bool, depth: Int
  ) {
    guard let fragment = packet.fragment else { return }
    if fragment.isCompressed {
      inflate(fragment, record, frame, waiting, time: time, reversed: reversed, depth: depth)
      return
    }
    let isOurs = count == 1 || share(fragment.source, fragment.destination) == index
    // A first part that was cut short is all that will ever be known of its datagram.
    if depth == Self.depthLimit || fragment.isFirst && !fragment.isWhole {
      packet.isFragment = false
      settle(record, frame, waiting, time: time, reversed: reversed)
      return
    }
    let head = packet.transport.isNone ? nil : FragmentedDatagram.Head(packet)
    let content = fragment.isWhole ? Self.content(fragment, frame) : nil
    let (datagram, overlap) = fragments.add(
      fragment, content, head: head, waiting: waiting, time: time)
    if isOurs { totals.fragments.add(overlap, isWhole: datagram.isWhole) }
    if let payload = datagram.payload {
      goOn(
        fragment, record, unsafe payload.span.bytes, datagram.waiting, time: time,
        reversed: reversed, depth: depth)
      return
    }
    packet.keepOnlyFragment(fragment)
    if datagram.isWhole { lose(datagram, FragmentTable.Key(fragment)) }
    if isOurs { account(record, frame, time: time, reversed: reversed) }
  }

  /// Decodes on in the bytes of a datagram.
  private mutating func goOn(
    _ fragment: FragmentInfo, _ record: PacketRecord, _ datagram: RawSpan,
    _ waiting: WaitingFragments, time: Int64, reversed: Bool, depth: Int
  ) {
    packet.resume(fragment, in: datagram)
    if !packet.isFragment {
      settle(record, datagram, waiting, time: time, reversed: reversed)
    } else {
      join(record, datagram, waiting, time: time, reversed: reversed, depth: depth + 1)
    }
  }

  /// Takes a compressed datagram; one that cannot be inflated is all that is known of it.
  private mutating func inflate(
    _ fragment: FragmentInfo, _ record: PacketRecord, _ frame: RawSpan,
    _ waiting: WaitingFragments, time: Int64, reversed: Bool, depth: Int
  ) {
    let content = frame.extracting(
      fragment.start..<min(frame.byteCount, fragment.start + fragment.length))
    guard depth < Self.depthLimit, fragment.isWhole, let datagram = inflater.inflate(content) else {
      packet.isFragment = false
      settle(record, frame, waiting, time: time, reversed: reversed)
      return
    }
    goOn(
      fragment, record, unsafe datagram.span.bytes, waiting, time: time, reversed: reversed,
      depth: depth)
  }

  private static func content(_ fragment: FragmentInfo, _ frame: RawSpan) -> [UInt8]? {
    var reader = ByteReader(
      frame, range: fragment.start..<fragment.start + fragment.length)
    return try? reader.readBytes(fragment.length)
  }

  /// Counts the packet that completes a datagram, and to its flow those that came before.
  private mutating func settle(
    _ record: PacketRecord, _ frame: RawSpan, _ waiting: WaitingFragments, time: Int64,
    reversed: Bool
  ) {
    guard isOwn else { return }
    var earlier = waiting
    earlier.packets -= 1
    earlier.bytes -= UInt64(record.originalLength)
    if earlier.packets > 0 { attribute(earlier) }
    account(record, frame, time: time, reversed: reversed)
  }

  // MARK: Datagrams that never became whole

  private mutating func giveUpFragments(now: Int64) {
    let saved = packet
    var isAny = false
    while let loss = fragments.expire(now: now) {
      isAny = true
      giveUp(loss)
    }
    if isAny { packet = saved }
  }

  /// Attributes the fragments of datagrams that never became whole; before a snapshot at the end.
  mutating func drainFragments() {
    for loss in fragments.drain() { giveUp(loss) }
  }

  private mutating func giveUp(_ loss: FragmentTable.Loss) {
    if count == 1 || share(loss.key.source, loss.key.destination) == index {
      totals.fragments.incomplete += 1
      if loss.isBeyond { totals.fragments.beyond += 1 }
    }
    lose(loss.datagram, loss.key)
  }

  /// Counts fragments to the flow that the first one of them names, or to one without ports.
  private mutating func lose(_ datagram: FragmentedDatagram, _ key: FragmentTable.Key) {
    let saved = packet
    packet.isFragment = false
    packet.stop = nil
    if let head = datagram.head {
      packet.take(head)
    } else {
      packet.take(FragmentedDatagram.Head(key))
    }
    if isOwn { attribute(datagram.waiting) }
    packet = saved
  }

  /// Adds fragments to the flow of the packet.
  private mutating func attribute(_ waiting: WaitingFragments) {
    let place = flow(
      sourcePort: packet.sourcePort, destinationPort: packet.destinationPort, waiting.firstTime)
    let fromLow = isFromLow(place)
    Self.add(waiting, to: &flows.flows[place], fromLow: fromLow)
    addToWindow(place, fromLow: fromLow, waiting, incomplete: waiting.packets)
  }

  private static func add(_ waiting: WaitingFragments, to flow: inout Flow, fromLow: Bool) {
    var direction = fromLow ? flow.fromLow : flow.fromHigh
    let packets = UInt64(waiting.packets)
    direction.add(packets: packets, bytes: waiting.bytes, fragments: packets)
    if fromLow { flow.fromLow = direction } else { flow.fromHigh = direction }
    flow.firstTime = min(flow.firstTime, waiting.firstTime)
    flow.lastTime = max(flow.lastTime, waiting.lastTime)
  }
}

extension DecodedPacket {
  /// Names the packet by the innermost addresses and ports of its datagram.
  fileprivate mutating func take(_ head: FragmentedDatagram.Head) {
    source = head.source
    destination = head.destination
    ipVersion = head.ipVersion
    ipProtocol = head.ipProtocol
    transport = head.transport
    sourcePort = head.sourcePort
    destinationPort = head.destinationPort
  }
}

extension FragmentedDatagram.Head {
  fileprivate init(_ packet: DecodedPacket) {
    source = packet.source
    destination = packet.destination
    ipVersion = packet.ipVersion
    ipProtocol = packet.ipProtocol
    sourcePort = packet.sourcePort
    destinationPort = packet.destinationPort
    transport = packet.transport
  }

  fileprivate init(_ key: FragmentTable.Key) {
    source = key.source
    destination = key.destination
    ipVersion = key.source.isIPv4 ? 4 : 6
    ipProtocol = key.ipProtocol
    sourcePort = 0
    destinationPort = 0
    transport = .none
  }
}
