import TrafficAnalysis
internal import Wording

extension GlossaryTerms {
  /// TCP, with the terms of Wireshark and the states of Zeek, and its relatives.
  static let transport: [GlossaryEntry] =
    [
      .marked(
        "TCP",
        text: "Transmission Control Protocol: data in order and complete, with acknowledgments."),
      .marked("UDP", text: "User Datagram Protocol: single messages, without acknowledgments."),
      .marked("SCTP", text: "Stream Control Transmission Protocol, for several streams at once."),
      .marked(
        "SYN", text: "The flag of the packet by which a client asks for a TCP connection."),
      .marked(
        "ACK", "ACKed",
        text: "Acknowledgment: the flag and number by which a receiver says what it has got."),
      .marked("FIN", text: "The flag by which a side says that it has sent everything."),
      .marked(
        "RST", "Reset", text: "The flag by which a side refuses or breaks off a TCP connection."),
      .marked("PSH", text: "The flag that asks to hand data to the application at once."),
      .marked("URG", text: "The flag of urgent data, hardly used."),
      .marked(
        "ECE", text: "A flag of explicit congestion notification: the receiver echoes congestion."),
      .marked(
        "CWR", text: "A flag of explicit congestion notification: the sender has slowed down."),
      .marked(
        "SACK",
        text: "Selective acknowledgment: the receiver says which later pieces it has already."),
      .marked(
        "Handshake",
        text: """
          How a connection begins: of TCP the exchange of SYN, SYN-ACK and ACK, of TLS that of keys.
          """),
      .marked(
        "Round trip", "RTT", "Round-trip time",
        text: "The time from sending a packet until its answer comes."),
      .marked(
        "Retransmission", "Sent again",
        text: "A segment sent again because its acknowledgment did not come."),
      .marked(
        "Fast retransmission",
        text: "A segment sent again at once, because duplicate ACKs say that it is missing."),
      .marked(
        "Spurious retransmission", text: "A segment sent again that had already arrived."),
      .marked(
        "Duplicate ACK", text: "A receiver says again what it has got: a segment is missing."),
      .marked("Out of order", text: "A segment that came after one that was sent later."),
      .marked(
        "Previous segment not captured",
        text: "A gap: the segment before was lost, or the capture missed it."),
      .marked("Zero window", text: "A receiver has no room for more data and stops its sender."),
      .marked("Zero window probe", text: "A sender asks whether there is room again."),
      .marked(
        "Window full", text: "A sender has sent all that its receiver has room for, and waits."),
      .marked("Window update", text: "A receiver says that it has more room."),
      .marked(
        "Keep-alive", text: "A packet without data that asks whether the other side is there."),
      .marked("Segment", text: "A piece of a TCP connection's data, as it goes in one packet."),
      .plain("State", states),
    ]
    + ConnectionState.allCases.map { state in
      .marked(
        Phrase(verbatim: state.rawValue),
        text: "\(Phrase(message: state.meaning)) (Zeek's state).")
    }

  private static let states: Phrase =
    "How a connection went, in Zeek's words, each of which is explained here where it is used."
}
