import CaptureFormats
import PacketDecoding

extension AnalyzerCore {
  /// Takes a whole TCP header into its connection, and its payload to the application.
  @inline(__always)
  mutating func countSegment(
    _ place: Int, fromLow: Bool, _ frame: RawSpan, time: Int64, _ outcome: inout PacketOutcome
  ) {
    let header = packet.tcp
    totals.tcp.count(header.flags)
    let length = packet.payloadLength
    outcome.analysis = analyze(place, fromLow: fromLow, length: length, time: time)
    totals.tcp.count(outcome.analysis)
    let fromClient = flows.flows[place].clientIsLow == fromLow
    Self.note(
      header.flags, outcome.analysis, length: length, fromClient: fromClient,
      fromLow: fromLow, &flows.flows[place])
    if length > 0, packet.payload.count > 0 {
      let finding = applications.segment(
        packet, frame, flow: &flows.flows[place], place: place, fromClient: fromClient, time: time)
      outcome.application = finding.application
      outcome.inner = finding.inner
      outcome.info = finding.info
    }
    if header.flags.contains(.rst) {
      applications.end(&flows.flows[place], place: place)
    } else if flows.flows[place].isOver {
      applications.close(&flows.flows[place], place: place)
    }
  }

  @inline(__always)
  private mutating func analyze(
    _ place: Int, fromLow: Bool, length: Int, time: Int64
  ) -> TCPAnalysis {
    var number = flows.flows[place].tcp
    if number < 0 {
      // The flow began with a packet whose header was cut off.
      number = openConnection()
      flows.flows[place].tcp = number
    }
    let fromClient = flows.flows[place].clientIsLow == fromLow
    return Self.analyze(
      &connections[Int(number)], &tcpAnalyzer, packet.tcp, fromLow: fromLow,
      fromClient: fromClient, length: UInt32(truncatingIfNeeded: length), time: time,
      id: UInt64(UInt32(bitPattern: number)) << 1, &totals)
  }

  private static func analyze(
    _ connection: inout TCPConnection, _ analyzer: inout TCPAnalyzer, _ header: TCPHeader,
    fromLow: Bool, fromClient: Bool, length: UInt32, time: Int64, id: UInt64,
    _ totals: inout AnalyzerTotals
  ) -> TCPAnalysis {
    followHandshake(&connection, header.flags, fromClient: fromClient, time: time, &totals)
    let found =
      fromLow
      ? analyze(
        &connection.low, &connection.high, &analyzer, header, length: length, time: time,
        roundTrip: connection.handshakeRTT, id: id)
      : analyze(
        &connection.high, &connection.low, &analyzer, header, length: length, time: time,
        roundTrip: connection.handshakeRTT, id: id | 1)
    if found.rawValue != 0 { connection.counts.add(found) }
    if header.flags.contains(.rst) { connection.counts.resets &+= 1 }
    return found
  }

  @inline(__always)
  private static func analyze(
    _ sender: inout TCPEndpoint, _ receiver: inout TCPEndpoint, _ analyzer: inout TCPAnalyzer,
    _ header: TCPHeader, length: UInt32, time: Int64, roundTrip: Int64, id: UInt64
  ) -> TCPAnalysis {
    let isSYN = header.flags.contains(.syn)
    if !sender.hasBase {
      sender.base = isSYN ? header.sequence : header.sequence &- 1
      sender.hasBase = true
    }
    if !receiver.hasBase, header.flags.contains(.ack) {
      receiver.base = header.acknowledgment &- 1
      receiver.hasBase = true
    }
    if isSYN { sender.windowScale = header.windowScale.map { Int8(min($0, 14)) } ?? -2 }
    let segment = TCPSegment(
      sequence: header.sequence &- sender.base,
      acknowledgment: header.flags.contains(.ack) ? header.acknowledgment &- receiver.base : 0,
      window: header.window, length: length, flags: header.flags, time: time)
    return analyzer.analyze(
      segment, from: &sender, to: &receiver, roundTrip: roundTrip, id: id)
  }

  @inline(__always)
  private static func followHandshake(
    _ connection: inout TCPConnection, _ flags: TCPFlags, fromClient: Bool, time: Int64,
    _ totals: inout AnalyzerTotals
  ) {
    if flags.contains(.syn) {
      if flags.contains(.ack) {
        connection.hasSYNACK = true
      } else if !connection.hasSYNACK {
        connection.synTime = time
      }
    } else if fromClient, connection.hasSYNACK, !connection.isEstablished, flags.contains(.ack),
      !flags.contains(.rst)
    {
      connection.isEstablished = true
      totals.tcp.established += 1
      if connection.synTime != .min {
        connection.handshakeRTT = max(0, time &- connection.synTime)
        totals.handshakes.add(connection.handshakeRTT)
      }
    }
  }

  /// Zeek's history and the states of the endpoints.
  @inline(__always)
  private static func note(
    _ flags: TCPFlags, _ found: TCPAnalysis, length: Int, fromClient: Bool, fromLow: Bool,
    _ flow: inout Flow
  ) {
    if !flags.hasAny(.control) {
      if fromLow {
        if flow.lowState == .inactive { flow.lowState = .partial }
      } else if flow.highState == .inactive {
        flow.highState = .partial
      }
      if length == 0 { flow.history.note(.ack, fromClient: fromClient) }
    } else {
      noteControl(flags, fromClient: fromClient, fromLow: fromLow, &flow)
    }
    if length > 0 {
      flow.history.note(.data, fromClient: fromClient)
      let sum = (fromLow ? flow.fromLow.payload : flow.fromHigh.payload)
        .addingReportingOverflow(UInt32(truncatingIfNeeded: length))
      let payload = sum.overflow ? UInt32.max : sum.partialValue
      if fromLow { flow.fromLow.payload = payload } else { flow.fromHigh.payload = payload }
    }
    guard found.rawValue != 0 else { return }
    if found.hasAny(.resent), length > 0 {
      flow.history.note(.retransmission, fromClient: fromClient)
    }
    if found.contains(.lostSegment) { flow.history.note(.gap, fromClient: fromClient) }
    if found.contains(.zeroWindow) { flow.history.note(.zeroWindow, fromClient: fromClient) }
  }

  private static func noteControl(
    _ flags: TCPFlags, fromClient: Bool, fromLow: Bool, _ flow: inout Flow
  ) {
    var sender = fromLow ? flow.lowState : flow.highState
    var receiver = fromLow ? flow.highState : flow.lowState
    if flags.contains(.syn) {
      if flags.hasAny(TCPFlags(rawValue: 0x05)) {
        flow.history.note(.inconsistent, fromClient: fromClient)
      } else {
        flow.history.note(flags.contains(.ack) ? .synAck : .syn, fromClient: fromClient)
      }
      if flags.contains(.ack) {
        if receiver == .synSent {
          sender = .established
          receiver = .established
        } else if sender == .inactive {
          sender = .synAckSent
        }
      } else if sender == .inactive {
        sender = .synSent
      }
    }
    if flags.contains(.fin) {
      if !flags.contains(.syn) { flow.history.note(.fin, fromClient: fromClient) }
      sender = .closed
    }
    if flags.contains(.rst) {
      if !flags.contains(.syn) { flow.history.note(.rst, fromClient: fromClient) }
      // A reset after both sides have closed changes nothing any more.
      if sender != .closed || receiver != .closed { sender = .reset }
    }
    flow.lowState = fromLow ? sender : receiver
    flow.highState = fromLow ? receiver : sender
  }
}

extension TCPCounts {
  fileprivate mutating func add(_ found: TCPAnalysis) {
    if found.hasAny(.resent) { retransmissions &+= 1 }
    if found.contains(.outOfOrder) { outOfOrder &+= 1 }
    if found.contains(.lostSegment) { lostSegments &+= 1 }
    if found.contains(.duplicateACK) { duplicateACKs &+= 1 }
    if found.contains(.zeroWindow) { zeroWindows &+= 1 }
  }
}

extension Flow {
  /// True when both sides have closed.
  fileprivate var isOver: Bool { lowState == .closed && highState == .closed }
}
