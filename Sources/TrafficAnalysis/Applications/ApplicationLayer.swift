import CaptureFormats
import PacketDecoding

/// Recognises applications, by content first and port second, and follows those that have a log.
struct ApplicationLayer {
  var logs: ApplicationLogs
  var serverNames: NameTable
  var streams: StreamTable
  var announced = AnnouncedFlows()
  var mediaCandidates = RTPCandidates()

  /// Payload-bearing segments that are looked at before a stream counts as unknown.
  static let attemptLimit: UInt8 = 4
  /// The same for RTP, which takes several packets in a row to be known.
  static let mediaAttemptLimit: UInt8 = 8

  init(options: AnalysisOptions) {
    logs = ApplicationLogs(options: options)
    serverNames = NameTable(limit: options.maxNames)
    streams = StreamTable(limit: options.maxStreams, byteLimit: options.maxStreamBytes)
  }

  /// What the payload of a packet told.
  struct Finding {
    var application = ProtocolID.none
    /// A line for the list of packets.
    var info: String?
  }
}

// MARK: - Datagrams

extension ApplicationLayer {
  @inline(__always)
  mutating func datagram(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    guard packet.payload.count > 0 else { return Finding() }
    if flow.application.isNone, flow.attempts < Self.attemptLimit {
      flow.application = recognizeDatagram(packet, frame, flow)
      if flow.application.isNone { flow.attempts += 1 }
    }
    switch flow.application {
    case .dns, .mdns, .llmnr: return dnsDatagram(packet, frame, flow: flow, time: time)
    case .stun, .classicstun, .rtp, .rtcp, .wg:
      return sharedDatagram(packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    case .none:
      return unknownDatagram(
        packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    default:
      return readDatagram(packet, frame, flow: &flow, time: time, as: flow.application)
    }
  }

  private func recognizeDatagram(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, _ flow: Flow
  ) -> ProtocolID {
    let application = announced.application(of: flow)
    guard application.isNone else { return application }
    let reader = ByteReader(frame.extracting(packet.payload))
    let lower = min(packet.sourcePort, packet.destinationPort)
    let upper = max(packet.sourcePort, packet.destinationPort)
    // Of two known ports the lower is the older service, as Wireshark has it.
    let byPort =
      KnownPorts.udp(lower) != .none ? KnownPorts.udp(lower) : KnownPorts.udp(upper)
    return DatagramRecognizer.recognize(reader, byPort: byPort)
  }

  /// Gives a datagram to its protocol in the catalog.
  mutating func readDatagram(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, flow: inout Flow, time: Int64,
    as application: ProtocolID
  ) -> Finding {
    var finding = Finding(application: application)
    guard let entry = ApplicationCatalog.entry(application), entry.readsDatagrams else {
      return finding
    }
    var notes = ApplicationNotes(MessageEnds(packet), time: time)
    var reader = ByteReader(frame.extracting(packet.payload))
    // What was read before an error counts; a packet that is cut short is no other protocol's.
    do throws(DecodeError) { try entry.readDatagram(&reader, into: &notes) } catch {}
    take(notes, of: application, flow: &flow)
    finding.info = notes.info
    return finding
  }

  private mutating func dnsDatagram(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, flow: Flow, time: Int64
  ) -> Finding {
    var reader = ByteReader(frame.extracting(packet.payload))
    guard let message = try? DNSMessage(parsing: &reader) else {
      return Finding(application: flow.application)
    }
    switch flow.application {
    case .mdns: count(message, in: &logs.mdns)
    case .llmnr: count(message, in: &logs.llmnr)
    default: logs.dns.add(message, MessageEnds(packet), time: time)
    }
    nameHosts(message, time: time)
    return Finding(application: flow.application, info: Self.info(message))
  }

  private func count(_ message: DNSMessage, in counters: inout DNSCounters) {
    if message.isResponse { counters.responses += 1 } else { counters.queries += 1 }
  }

  mutating func nameHosts(_ message: DNSMessage, time: Int64) {
    guard message.isResponse else { return }
    // The name that was asked for says more than the alias it leads to.
    let asked = message.questions.first?.name
    for answer in message.answers {
      if case .address(let address) = answer.data {
        logs.hostNames.add(asked ?? answer.name, source: "dns", to: address, time: time)
      }
    }
  }

  static func info(_ message: DNSMessage) -> String {
    let question = message.questions.first.map { " \($0.type) \(bounded($0.name))" } ?? ""
    guard message.isResponse else { return "Standard query" + question }
    let code = message.responseCode == .noError ? "" : " \(message.responseCode)"
    return "Standard query response" + code + question
  }
}
