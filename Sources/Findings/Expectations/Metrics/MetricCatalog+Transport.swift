import TrafficAnalysis
internal import Wording

extension MetricCatalog {
  static let hosts: [Metric] = [
    .count("hosts", "hosts", "addresses that sent or received") { UInt64($0.hosts.total) },
    .count("conversations", "conversations", "flows between two endpoints") {
      UInt64($0.conversations.total)
    },
    .count("services", "services", "ports of servers, each transport protocol for itself") {
      UInt64($0.services.total)
    },
  ]

  static let tcp: [Metric] =
    [
      .count("tcp.packets", "packets", "TCP segments") { $0.tcp.packets },
      .count("tcp.connections", "connections", "TCP connections") { $0.tcp.connections },
      .bytes("tcp.payload_bytes", "bytes of payload") { $0.tcp.payloadBytes },
    ] + Metric.parts(of: Whole("TCP packets") { $0.tcp.packets }, tcpPackets)
    + Metric.parts(
      of: Whole("TCP connections") { $0.tcp.connections },
      [
        CountRow("tcp.established", "connections whose handshake was completed") {
          $0.tcp.established
        },
        CountRow("tcp.failed", "connections that were refused, reset or not answered", .trouble) {
          connections($0, .attempt) + connections($0, .rejected) + connections($0, .attemptReset)
        },
      ])
    + Metric.parts(
      of: Whole("TCP connections") { $0.tcp.connections }, "tcp.states.*",
      "connections in this state, by Zeek's names",
      parameters: ConnectionState.allCases.map(\.rawValue)
    ) { snapshot, name in ConnectionState(rawValue: name).map { connections(snapshot, $0) } ?? 0 }
    + [
      .bytes("tcp.retransmitted_bytes", "bytes of payload that were sent again", .trouble) {
        $0.tcp.retransmittedBytes
      },
      Metric(
        "tcp.retransmitted_bytes.share", .percent, "the same, of all bytes of payload", .share
      ) { grounds, _ in
        MetricValue(
          grounds.snapshot.tcp.retransmittedBytes, of: grounds.snapshot.tcp.payloadBytes,
          "payload over TCP")
      },
    ]
    + Metric.durations("tcp.handshake_rtt", "SYN to the ACK behind it", of: "handshakes") {
      $0.tcp.handshakeRTT
    }
    + Metric.durations("tcp.handshake_to_server", "SYN to SYN-ACK", of: "handshakes") {
      $0.tcp.handshakeToServer
    }
    + Metric.durations("tcp.handshake_to_client", "SYN-ACK to ACK", of: "handshakes") {
      $0.tcp.handshakeToClient
    }
    + Metric.durations("tcp.data_rtt", "data to its ACK", of: "round trips") { $0.tcp.dataRTT }

  private static let tcpPackets = [
    CountRow(
      "tcp.retransmissions", "segments that were sent again", sighting: .retransmission, .trouble
    ) {
      $0.tcp.retransmissions
    },
    CountRow("tcp.fast_retransmissions", "of these, those after duplicate ACKs", .trouble) {
      $0.tcp.fastRetransmissions
    },
    CountRow(
      "tcp.spurious_retransmissions", "of these, those that were acknowledged before", .trouble
    ) {
      $0.tcp.spuriousRetransmissions
    },
    CountRow("tcp.out_of_order", "segments that came late", .trouble) { $0.tcp.outOfOrder },
    CountRow("tcp.duplicate_acks", "ACKs that say the same again", .trouble) {
      $0.tcp.duplicateACKs
    },
    CountRow("tcp.lost_segments", "segments before which others are missing", .trouble) {
      $0.tcp.lostSegments
    },
    CountRow(
      "tcp.acked_unseen", "ACKs of data that is not in the capture", sighting: .ackedUnseen,
      .quality
    ) { $0.tcp.ackedUnseenSegments },
    CountRow("tcp.zero_windows", "segments that close the window", sighting: .zeroWindow, .trouble)
    {
      $0.tcp.zeroWindows
    },
    CountRow("tcp.window_full", "segments that fill the window", .trouble) { $0.tcp.windowFull },
    CountRow("tcp.keep_alives", "keep-alives") { $0.tcp.keepAlives },
    CountRow("tcp.resets", "segments with RST", sighting: .reset) { $0.tcp.resets },
  ]

  private static func connections(_ snapshot: Snapshot, _ state: ConnectionState) -> UInt64 {
    snapshot.tcp.states[state] ?? 0
  }

  static let rtp: [Metric] = [
    .count("rtp.streams", "streams", "RTP streams") { UInt64($0.rtpStreams.total) },
    rtpSum("rtp.packets", "packets", "packets of these", .count) { $0.packets },
    rtpSum(
      "rtp.lost", "packets", "packets that the sequence numbers promise and did not come", .trouble
    ) {
      $0.lost
    },
    Metric("rtp.lost.share", .percent, "the same, of all that the numbers promise", .share) {
      grounds, _ in
      let streams = grounds.snapshot.rtpStreams.rows
      return MetricValue(
        streams.reduce(0) { $0 &+ $1.lost }, of: streams.reduce(0) { $0 &+ $1.expected },
        "RTP packets")
    },
    rtpSum("rtp.out_of_order", "packets", "packets that came late", .trouble) { $0.outOfOrder },
    Metric("rtp.jitter.max", .duration, "the highest jitter of a stream (RFC 3550)", .time) {
      grounds, _ in
      grounds.snapshot.rtpStreams.rows.compactMap(\.maximumJitterNanoseconds).max()
        .map { .measured(Double($0)) } ?? .absent("the capture has no jitter of RTP to measure")
    },
  ]

  private static func rtpSum(
    _ name: String, _ noun: String, _ meaning: String, _ reliance: Reliance,
    _ value: @escaping @Sendable (RTPStream) -> UInt64
  ) -> Metric {
    Metric(name, .count, of: noun, meaning, reliance) { grounds, _ in
      let streams = grounds.snapshot.rtpStreams
      guard streams.rows.count == streams.total else {
        return .absent(grounds.snapshot.gap(streams, "RTP streams") ?? "")
      }
      guard name == "rtp.packets" || !streams.rows.isEmpty else {
        return .absent("the capture has no RTP streams")
      }
      return MetricValue(streams.rows.reduce(0) { $0 &+ value($1) })
    }
  }

  static let link: [Metric] =
    [
      .count("arp.packets", "packets", "ARP packets") { $0.arp.packets },
      .count("arp.gratuitous", "packets", "ARP packets about the sender's own address") {
        $0.arp.gratuitous
      },
      .count("icmp.echo_requests", "messages", "echo requests, of ICMP and ICMPv6") {
        $0.icmp.echoRequests
      },
      .count("icmp.echo_replies", "messages", "echo replies") { $0.icmp.echoReplies },
    ]
    + Metric.durations("icmp.echo_rtt", "echo request to its reply", of: "echo replies") {
      $0.icmp.echoRTT
    }
    + [
      .count("fragments.packets", "packets", "fragments of IP datagrams") { $0.fragments.packets },
      .count("fragments.incomplete", "datagrams", "datagrams of which a part never came", .trouble)
      {
        $0.fragments.incomplete
      },
      .count("fragments.overlaps", "packets", "fragments that overlap others") {
        $0.fragments.overlaps
      },
    ]
}
