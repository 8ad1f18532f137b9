import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How well TCP went.
struct TCPSection: ReportSection {
  static let id: String = "tcp"
  static let title: Phrase = "TCP"

  private let context: ReportContext
  private let tcp: TCPSummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    tcp = context.snapshot.tcp
    guard tcp.packets > 0 || tcp.connections > 0 else {
      throw SectionSkipped("no TCP in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("tcp-retransmissions") + [.table(analysis)]
      + context.figure("handshake-times") + latency + TCPConnectionTables(context).blocks
      + context.figure("connection-outcomes") + outcome + [.table(flags)]
  }

  private var lead: InlineText {
    let lost = tcp.retransmissions
    let part = Words.percent(share(lost, of: tcp.packets))
    let established: Phrase =
      tcp.established == 0
      ? "none" : tcp.established == tcp.connections ? "all" : "\(Words.count(tcp.established))"
    let handshakes: Phrase =
      tcp.connections == 1 && tcp.established == 1 ? "" : ", \(established)"
    return """
      \(Words.counted(tcp.connections, "connection"))\(handshakes) with a completed handshake; \
      \(lost == 0 ? "nothing was" : "\(part) of the packets were") sent again.
      """
  }

  /// Wireshark's terms, each with what it means.
  private var counters: [(name: Phrase, count: UInt64, meaning: Phrase)] {
    [
      ("Retransmissions", tcp.retransmissions, "sent again, for whatever reason"),
      ("– fast", tcp.fastRetransmissions, "of these, sent again after duplicate ACKs"),
      ("– spurious", tcp.spuriousRetransmissions, "of these, sent again although acknowledged"),
      ("Out of order", tcp.outOfOrder, "came after a later segment"),
      ("Duplicate ACKs", tcp.duplicateACKs, "the receiver misses a segment"),
      ("Previous segment not captured", tcp.lostSegments, "a gap in the sequence numbers"),
      (
        "ACKed segment not captured", tcp.ackedUnseenSegments,
        "the capture missed it, not the receiver"
      ),
      ("Zero windows", tcp.zeroWindows, "the receiver cannot take more"),
      ("Zero window probes", tcp.zeroWindowProbes, "the sender asks for room"),
      ("Window full", tcp.windowFull, "the sender has used the room it was given"),
      ("Window updates", tcp.windowUpdates, "the receiver gives more room"),
      ("Keep-alives", tcp.keepAlives, "asks whether the other side is there"),
      ("Keep-alive ACKs", tcp.keepAliveACKs, "the other side is there"),
      ("Resets", tcp.resets, "packets with the RST flag"),
    ]
  }

  private var analysis: ReportTable {
    var table = ReportTable(
      id: "tcp-analysis", caption: "TCP analysis, in Wireshark's terms",
      columns: [
        .text("What was seen"), .text("Meaning"), .number("Packets"), .share("Share of TCP"),
      ])
    table.rows = counters.map { name, count, meaning in
      [ReportTable.Cell(name), ReportTable.Cell(meaning)]
        + ReportTable.counted(count, of: tcp.packets)
    }
    return table
  }

  private var latency: [ReportBlock] {
    LatencyTable.block(
      [
        ("Handshake, SYN to the ACK that ends it", tcp.handshakeRTT),
        ("– server side, SYN to SYN-ACK", tcp.handshakeToServer),
        ("– client side, SYN-ACK to ACK", tcp.handshakeToClient),
        ("Data, a segment to its ACK", tcp.dataRTT),
      ], head: "What", id: "tcp-round-trips", caption: "Round-trip times")
  }

  private var outcome: [ReportBlock] {
    let states = ConnectionState.allCases.compactMap { state in
      tcp.states[state].map { (state, $0) }
    }
    guard !states.isEmpty else { return [] }
    let total = states.map(\.1).clampedSum
    var table = ReportTable(
      id: "tcp-states", caption: "How connections went, by Zeek's states",
      columns: [
        .text("State", mono: true), .text("Meaning"), .number("Connections"), .share(),
      ])
    table.rows = states.map { state, count in
      [ReportTable.Cell(state.rawValue), ReportTable.Cell(Phrase(message: state.meaning))]
        + ReportTable.counted(count, of: total)
    }
    return [.table(table)]
  }

  private var flags: ReportTable {
    let flags = tcp.flags
    let counts = [
      ("SYN", flags.syn), ("SYN+ACK", flags.synACK), ("FIN", flags.fin), ("RST", flags.rst),
      ("PSH", flags.psh), ("ACK", flags.ack), ("URG", flags.urg), ("ECE", flags.ece),
      ("CWR", flags.cwr),
    ]
    var table = ReportTable(
      id: "tcp-flags", caption: "Packets by flag",
      columns: [.text("Flag"), .number("Packets"), .share("Share of TCP")])
    table.rows = counts.filter { $0.1 > 0 }.map { name, count in
      [ReportTable.Cell(name)] + ReportTable.counted(count, of: tcp.packets)
    }
    return table
  }
}
