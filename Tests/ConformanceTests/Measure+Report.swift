/// Every measure that tshark's fields and our report have in common.
extension Measure {
  static func all(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    capture(facts, report) + protocols(facts, report) + endpoints(facts, report)
      + tcp(facts, report) + dns(facts, report) + http(facts, report) + tls(facts, report)
  }

  private static func capture(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    let capture = report.capture
    var result = [
      Measure("packets", expected: facts.packets, measured: capture.packets),
      Measure("bytes", expected: facts.bytes, measured: capture.bytes),
      Measure("bytes captured", expected: facts.captured, measured: capture.capturedBytes),
    ]
    if facts.packets > 0, let first = facts.min.flatMap(Double.init),
      let last = facts.max.flatMap(Double.init)
    {
      result.append(
        Measure(
          "duration", expected: tenMicroseconds(last - first),
          measured: capture.durationSeconds.map(tenMicroseconds)))
    }
    return result
  }

  /// A binary fraction holds no more of a time since 1970.
  private static func tenMicroseconds(_ seconds: Double) -> Int {
    Int((seconds * 1e5).rounded())
  }

  private static func protocols(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    var frames: [String: Int] = [:]
    for node in report.protocols {
      let layers = node.path.split(separator: "/")
      guard let last = layers.last, !layers.dropLast().contains(last) else { continue }
      frames[String(last), default: 0] += node.packets
    }
    return facts.protocols.keys.sorted().compactMap { name in
      let expected = facts.protocols[name] ?? 0
      let measured = frames[name] ?? 0
      if ComparedProtocols.bySegments.contains(name) {
        return Measure("protocol \(name) seen", expected: 1, measured: min(measured, 1))
      }
      guard ComparedProtocols.byFrames.contains(name) else { return nil }
      return Measure("protocol \(name)", expected: expected, measured: measured)
    }
  }

  private static func endpoints(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    var result: [Measure] = []
    for (name, tuples, count) in [
      ("tcp", facts.tcp, facts.tcpTuples), ("udp", facts.udp, facts.udpTuples),
    ] where !tuples.isEmpty && count <= 100 {
      result.append(
        Measure(
          "\(name) five-tuples", expected: tuples.compactMapValues(\.first),
          measured: fiveTuples(name, report)))
    }
    if !facts.src.isEmpty, facts.src.count < 50 {
      let sent = report.hosts.filter { $0.packetsSent > 0 }.map { ($0.address, $0.packetsSent) }
      result.append(
        Measure(
          "packets sent by host", expected: facts.src,
          measured: counts(sent)))
    }
    return result
  }

  private static func fiveTuples(_ name: String, _ report: Report) -> [String: Int] {
    var result: [String: Int] = [:]
    for row in report.conversations where row.protocol.lowercased() == name {
      let client = "\(row.client)|\(row.clientPort ?? 0)"
      let server = "\(row.server)|\(row.serverPort ?? 0)"
      result["\(client)|\(server)", default: 0] += row.packetsToServer
      result["\(server)|\(client)", default: 0] += row.packetsToClient
    }
    return result.filter { $0.value > 0 }
  }

  private static func tcp(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    guard facts.protocols["tcp"] != nil else { return [] }
    let tcp = report.tcp
    let pairs = [
      ("retransmissions", "retransmission", tcp.retransmissions),
      ("fast retransmissions", "fast_retransmission", tcp.fastRetransmissions),
      ("spurious retransmissions", "spurious_retransmission", tcp.spuriousRetransmissions),
      ("out of order", "out_of_order", tcp.outOfOrder),
      ("duplicate ACKs", "duplicate_ack", tcp.duplicateAcks),
      ("lost segments", "lost_segment", tcp.lostSegments),
      ("zero windows", "zero_window", tcp.zeroWindows),
      ("window full", "window_full", tcp.windowFull),
      ("keep-alives", "keep_alive", tcp.keepAlives),
      ("resets", "rst", tcp.resets),
    ]
    return pairs.map {
      Measure("tcp \($0.0)", expected: facts.analysis[$0.1] ?? 0, measured: $0.2)
    }
  }

  private static func dns(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    guard facts.dns.queries + facts.dns.responses > 0 else { return [] }
    // tshark's fields of DNS are those of mDNS and LLMNR, too.
    let kin = [report.mdns, report.llmnr]
    var result = [
      Measure(
        "dns queries", expected: facts.dns.queries,
        measured: kin.reduce(report.dns.queries) { $0 + $1.queries }),
      Measure(
        "dns responses", expected: facts.dns.responses,
        measured: kin.reduce(report.dns.responses) { $0 + $1.responses }),
    ]
    let hasKin = facts.protocols["mdns"] != nil || facts.protocols["llmnr"] != nil
    if facts.dns.names.count < 200, !hasKin {
      let names = counts(report.dns.names.map { ($0.name, $0.queries ?? 0) })
      result.append(
        Measure("dns names", expected: folded(facts.dns.names), measured: folded(names)))
    }
    return result
  }

  private static func http(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    let http = facts.http
    // tshark counts SSDP as HTTP.
    guard facts.protocols["ssdp"] == nil, !http.methods.isEmpty || !http.statuses.isEmpty else {
      return []
    }
    var result = [
      Measure("http methods", expected: http.methods, measured: report.http.methods),
      Measure("http statuses", expected: http.statuses, measured: report.http.statuses),
    ]
    if http.hosts.count < 200 {
      let hosts = counts(report.http.hosts.map { ($0.name, $0.requests ?? 0) })
      result.append(Measure("http hosts", expected: folded(http.hosts), measured: folded(hosts)))
    }
    return result
  }

  private static func tls(_ facts: TsharkFacts, _ report: Report) -> [Measure] {
    let (tls, mine) = (facts.tls, report.tls)
    guard let hellos = tls.handshake["1"] else { return [] }
    var result = [
      Measure("tls client hellos", expected: hellos, measured: mine.clientHellos)
    ]
    if tls.sni.count < 200 {
      let names = counts(mine.serverNames.map { ($0.name, $0.clientHellos ?? 0) })
      result.append(
        Measure("tls server names", expected: folded(tls.sni), measured: folded(names)))
    }
    if !tls.ja3.isEmpty, tls.ja3.count < 200 {
      let hashes = counts(mine.ja3.map { ($0.hash, $0.clientHellos) })
      result.append(Measure("tls ja3", expected: tls.ja3, measured: hashes))
    }
    return result
  }

  /// Names without regard to case and to the dot of the root.
  private static func folded(_ counts: [String: Int]) -> [String: Int] {
    self.counts(
      counts.map { (name, count) in
        var name = name.lowercased()
        while name.hasSuffix(".") { name.removeLast() }
        return (name, count)
      })
  }

  private static func counts(_ rows: [(String, Int)]) -> [String: Int] {
    Dictionary(rows, uniquingKeysWith: +)
  }
}
