import CaptureFormats
import PacketDecoding

/// Recognises applications, by content first and port second, and follows those that have a log.
struct ApplicationLayer {
  var logs: ApplicationLogs
  var serverNames: NameTable
  var streams: StreamTable
  var announced = AnnouncedFlows()
  var mediaCandidates = RTPCandidates()
  private var domainNames = DNSNameReader(cacheBits: 12)
  /// Whether what packets say is wanted in words.
  let isTold: Bool
  /// A line for the list of packets, on the packet in hand.
  var info: PacketInfo?
  /// A message of DNS before, whose memory is used again.
  private var usedMessage = DNSMessage()
  /// Events of segments before, whose memory is used again.
  private var usedEvents: StreamEvents?

  /// Payload-bearing packets that are looked at before a flow counts as unknown; a stream may later
  /// still show to be what its port says.
  static let attemptLimit: UInt8 = 4
  /// The same for RTP, which takes several packets in a row to be known.
  static let mediaAttemptLimit: UInt8 = 8

  init(options: AnalysisOptions) {
    isTold = options.recentPackets > 0
    logs = ApplicationLogs(options: options)
    serverNames = NameTable(limit: options.maxNames)
    streams = StreamTable(limit: options.maxStreams, byteLimit: options.maxStreamBytes)
  }

  /// What the payload of a packet told.
  struct Finding: BitwiseCopyable {
    var application = ProtocolID.none
    var isInsideHTTP = false
    /// What the application carries in turn.
    var inner = ProtocolPath()
  }
}

// MARK: - The list of packets

extension ApplicationLayer {
  /// Says of the packet in hand what it is, in place of what was said before.
  @inline(__always)
  mutating func say(_ text: @autoclosure () -> String) {
    if isTold { info = .text(text()) }
  }

  /// What was said of the packet.
  @inline(__always)
  mutating func takeInfo() -> PacketInfo? {
    guard info != nil else { return nil }
    return info.take()
  }

  /// Does something that says nothing of the packet in hand.
  mutating func quietly(_ body: (inout ApplicationLayer) -> Void) {
    let said = info.take()
    body(&self)
    info = said
  }

  /// Lets `body` have empty events, and keeps their memory.
  @inline(__always)
  mutating func withEvents(
    _ ends: MessageEnds, time: Int64, _ body: (inout ApplicationLayer, inout StreamEvents) -> Void
  ) {
    var events = usedEvents.take() ?? StreamEvents()
    events.notes.begin(ends, time: time, isTold: isTold)
    body(&self, &events)
    events.removeAll()
    usedEvents = events
  }
}

// MARK: - Datagrams

extension ApplicationLayer {
  @inline(__always)
  mutating func datagram(
    _ packet: PacketContent, _ frame: RawSpan, flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    guard packet.payload.count > 0 else { return Finding() }
    if flow.application.isNone, flow.attempts < Self.attemptLimit {
      flow.application = recognizeDatagram(packet, frame, flow)
      if flow.application.isNone { flow.attempts += 1 }
      follow(&flow, place: place)
    }
    switch flow.application {
    case .dns, .mdns, .llmnr: return dnsDatagram(packet, frame, time: time, as: flow.application)
    case .stun, .classicstun, .rtp, .rtcp, .wg:
      return sharedDatagram(packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    case .none:
      return unknownDatagram(
        packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    case .quic:
      return quicDatagram(packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    case .dtls:
      return dtlsDatagram(packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    default:
      return readDatagram(packet, frame, flow: &flow, time: time, as: flow.application)
    }
  }

  private func recognizeDatagram(
    _ packet: PacketContent, _ frame: RawSpan, _ flow: Flow
  ) -> ProtocolID {
    let application = announced.application(of: flow)
    guard application.isNone else { return application }
    let reader = ByteReader(frame.extracting(packet.payload))
    return DatagramRecognizer.recognize(
      reader, sourcePort: packet.ends.sourcePort, destinationPort: packet.ends.destinationPort)
  }

  /// Of two known ports the lower is the older service, as Wireshark has it.
  private static func byPort(_ first: UInt16, _ second: UInt16) -> ProtocolID {
    let lower = KnownPorts.udp(min(first, second))
    return lower != .none ? lower : KnownPorts.udp(max(first, second))
  }

  /// A datagram whose layers behind UDP were told by its ports; some of them are applications.
  mutating func tunneled(
    _ packet: PacketContent, _ frame: RawSpan, deepest: ProtocolID, flow: inout Flow, time: Int64
  ) -> Finding {
    guard ApplicationCatalog.entry(deepest) != nil else { return Finding() }
    flow.application = deepest
    return readDatagram(packet, frame, flow: &flow, time: time, as: deepest)
  }

  /// Gives a datagram to its protocol in the catalog.
  mutating func readDatagram(
    _ packet: PacketContent, _ frame: RawSpan, flow: inout Flow, time: Int64,
    as application: ProtocolID
  ) -> Finding {
    var finding = Finding(application: application)
    guard let entry = ApplicationCatalog.entry(application), entry.readsDatagrams else {
      return finding
    }
    var notes = ApplicationNotes()
    notes.begin(packet.ends, time: time, isTold: isTold)
    var reader = ByteReader(frame.extracting(packet.payload))
    // What was read before an error counts; a packet that is cut short is no other protocol's.
    do throws(DecodeError) { try entry.readDatagram(&reader, into: &notes) } catch {}
    take(notes, of: application, flow: &flow, packet.ends)
    for message in notes.hostConfigurations {
      logs.links.add(message, packet.ends, time: time)
    }
    finding.inner = notes.inner
    if let text = notes.info { say(text) }
    return finding
  }

  private mutating func dnsDatagram(
    _ packet: PacketContent, _ frame: RawSpan, time: Int64, as application: ProtocolID
  ) -> Finding {
    var reader = ByteReader(frame.extracting(packet.payload))
    // Where only content told, each datagram has to look like it.
    guard
      Self.byPort(packet.ends.sourcePort, packet.ends.destinationPort) == application
        || DNSMessage.looksLikeDNS(reader)
    else {
      return Finding()
    }
    var message = DNSMessage()
    swap(&message, &usedMessage)
    defer { swap(&message, &usedMessage) }
    guard (try? message.read(&reader, names: &domainNames)) != nil else {
      return Finding(application: application)
    }
    // Looking a name up takes longer than all the rest of some messages.
    let source: String
    switch application {
    case .mdns:
      source = "mdns"
      logs.mdns.add(message)
    case .llmnr:
      source = "llmnr"
      logs.llmnr.add(message)
    default:
      source = "dns"
      addDNS(message, packet.ends, time: time)
    }
    logs.hostNames.add(message, source: source, time: time)
    if isTold { info = PacketInfo(message) }
    return Finding(application: application)
  }
}
