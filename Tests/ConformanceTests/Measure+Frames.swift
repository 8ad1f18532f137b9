/// What tshark's fields hold of a capture beyond ``TsharkFacts``.
extension Measure {
  static func details(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    times(frames, report) + sizes(frames, report) + tcp(frames, report) + dns(frames, report)
      + http(frames, report) + tls(frames, report) + control(frames, report)
  }

  private static func times(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    let times = frames.compactMap { $0["frame.time_epoch"].first }.sorted()
    let (first, last) = (report.capture.firstPacket, report.capture.lastPacket)
    return [
      Measure("first packet", expected: times.first, measured: first?.secondsSince1970),
      Measure("last packet", expected: times.last, measured: last?.secondsSince1970),
    ]
  }

  private static func sizes(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    let lengths = frames.compactMap { $0.number("frame.len") }
    return report.packetSizes.map { bin in
      Measure(
        "packets of \(bin.from) bytes and more",
        expected: lengths.count { bin.from <= $0 && $0 <= bin.to ?? .max }, measured: bin.packets)
    }
  }

  private static func tcp(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    let own = frames.filter { $0.ownProtocols.contains("tcp") }
    let facts = TsharkFacts(own)
    let tcp = report.tcp
    var result = [
      Measure("tcp packets", expected: own.count, measured: tcp.packets),
      Measure(
        "tcp connections", expected: Set(own.compactMap { $0.number("tcp.stream") }).count,
        measured: tcp.connections),
    ]
    let pairs = [
      ("acked_unseen_segments", "ack_lost_segment", tcp.ackedUnseenSegments),
      ("window_updates", "window_update", tcp.windowUpdates),
      ("zero_window_probes", "zero_window_probe", tcp.zeroWindowProbes),
      ("keep_alive_acks", "keep_alive_ack", tcp.keepAliveAcks),
    ]
    result += pairs.map {
      Measure("tcp \($0.0)", expected: facts.analysis[$0.1] ?? 0, measured: $0.2)
    }
    result += ["fin", "syn", "rst", "psh", "urg"].map {
      Measure("tcp flag \($0)", expected: facts.analysis[$0] ?? 0, measured: tcp.flags[$0])
    }
    return result + spread("tcp handshake", handshakes(own), tcp.handshakeRttMs)
  }

  /// tshark also takes a refusal for the end of a handshake; ours ends with an ACK after a SYN+ACK.
  private static func handshakes(_ segments: [TsharkFrame]) -> [String] {
    let answers = segments.filter { $0["tcp.flags"].first?.hasSuffix("12") == true }
    let answered = Set(answers.compactMap { $0.number("tcp.stream") })
    var times: [Int: String] = [:]
    for segment in segments {
      guard let stream = segment.number("tcp.stream"), answered.contains(stream),
        let time = segment["tcp.analysis.initial_rtt"].first
      else { continue }
      times[stream] = time
    }
    return Array(times.values)
  }

  private static func dns(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    let queries = frames.filter { $0["dns.flags.response"].contains("0") }
    let responses = frames.filter { $0["dns.flags.response"].contains("1") }
    return [
      Measure(
        "dns queries with a type", expected: queries.reduce(0) { $0 + $1["dns.qry.type"].count },
        measured: report.dns.types.values.reduce(0, +)),
      Measure(
        "dns responses with a code",
        expected: responses.reduce(0) { $0 + $1["dns.flags.rcode"].count },
        measured: report.dns.responseCodes.values.reduce(0, +)),
    ] + spread("dns latency", responses.flatMap { $0["dns.time"] }, report.dns.latencyMs)
  }

  private static func http(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    var agents: [String: Int] = [:]
    for frame in frames { frame["http.user_agent"].count(into: &agents) }
    let measured = report.http.userAgents.map { ($0.name, $0.requests ?? 0) }
    return [
      Measure(
        "http user agents", expected: agents,
        measured: Dictionary(measured, uniquingKeysWith: +)),
      // Theirs end with the last byte of the response, ours with its first.
      Measure(
        "http latency, count", expected: frames.count { !$0["http.time"].isEmpty },
        measured: report.http.latencyMs.count),
    ]
  }

  private static func tls(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    var versions: [String: Int] = [:]
    let hellos = frames.filter { $0["tls.handshake.type"].contains("2") }
    for frame in hellos {
      let supported = frame["tls.handshake.extensions.supported_version"]
      let version = supported.first ?? frame["tls.handshake.version"].first ?? ""
      versions[versionNames[version] ?? version, default: 0] += 1
    }
    return [
      Measure("tls server hellos", expected: hellos.count, measured: report.tls.serverHellos),
      Measure("tls versions", expected: versions, measured: report.tls.versions),
    ]
  }

  private static let versionNames = [
    "0x0301": "TLS 1.0", "0x0302": "TLS 1.1", "0x0303": "TLS 1.2", "0x0304": "TLS 1.3",
  ]

  private static func control(_ frames: [TsharkFrame], _ report: Report) -> [Measure] {
    var operations: [String: Int] = [:]
    for frame in frames {
      frame["arp.opcode"].map { ["1": "request", "2": "reply"][$0] ?? $0 }.count(into: &operations)
    }
    // The first is the frame's own; what others there are, it quotes.
    let types = { (field: String) in frames.count { !$0[field].isEmpty } }
    return [
      Measure("arp operations", expected: operations, measured: report.arp.operations),
      Measure(
        "icmp messages", expected: types("icmp.type"),
        measured: report.icmp.types.values.reduce(0, +)),
      Measure(
        "icmpv6 messages", expected: types("icmpv6.type"),
        measured: report.icmp.v6Types.values.reduce(0, +)),
    ]
  }

  /// `seconds` as tshark prints them, against our milliseconds.
  private static func spread(
    _ name: String, _ seconds: [String], _ measured: Report.Spread
  ) -> [Measure] {
    let nanoseconds = seconds.compactMap(Double.init).map { Int(($0 * 1e9).rounded()) }
    let mine = [measured.min, measured.max].map { $0.map { Int(($0 * 1e6).rounded()) } }
    return [
      Measure("\(name), count", expected: nanoseconds.count, measured: measured.count),
      Measure("\(name), shortest", expected: nanoseconds.min(), measured: mine[0]),
      Measure("\(name), longest", expected: nanoseconds.max(), measured: mine[1]),
    ]
  }
}
