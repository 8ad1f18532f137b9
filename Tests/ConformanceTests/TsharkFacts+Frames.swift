extension TsharkFacts {
  init(_ frames: [TsharkFrame]) {
    for frame in frames { add(frame) }
    tcpTuples = tcp.count
    udpTuples = udp.count
  }

  private mutating func add(_ frame: TsharkFrame) {
    packets += 1
    bytes += frame.number("frame.len") ?? 0
    captured += frame.number("frame.cap_len") ?? 0
    addTime(frame["frame.time_epoch"].first)
    for name in Set(frame.protocols) { protocols[String(name), default: 0] += 1 }
    addEndpoints(frame)
    addSegment(frame)
    addDNS(frame)
    addHTTP(frame)
    addTLS(frame)
  }

  private mutating func addTime(_ time: String?) {
    guard let time, let seconds = Double(time) else { return }
    if min.flatMap(Double.init).map({ seconds < $0 }) ?? true { min = time }
    if max.flatMap(Double.init).map({ seconds > $0 }) ?? true { max = time }
  }

  private mutating func addEndpoints(_ frame: TsharkFrame) {
    guard let (source, destination) = frame.addresses else { return }
    src[source, default: 0] += 1
    for (name, table) in [("tcp", \TsharkFacts.tcp), ("udp", \TsharkFacts.udp)] {
      guard frame.ownProtocols.contains(Substring(name)),
        let sourcePort = frame["\(name).srcport"].first,
        let destinationPort = frame["\(name).dstport"].first
      else { continue }
      let key = "\(source)|\(sourcePort)|\(destination)|\(destinationPort)"
      let known = self[keyPath: table][key] ?? [0, 0]
      self[keyPath: table][key] = [known[0] + 1, known[1] + (frame.number("frame.len") ?? 0)]
    }
  }

  private mutating func addSegment(_ frame: TsharkFrame) {
    for word in Self.analysisWords where !frame["tcp.analysis.\(word)"].isEmpty {
      analysis[word, default: 0] += 1
    }
    for flags in frame["tcp.flags"] {
      let bits = Int(flags.dropFirst(2), radix: 16) ?? 0
      for (name, bit) in [("fin", 1), ("syn", 2), ("rst", 4), ("psh", 8), ("urg", 32)]
      where bits & bit != 0 {
        analysis[name, default: 0] += 1
      }
    }
  }

  private static let analysisWords = [
    "retransmission", "fast_retransmission", "spurious_retransmission", "out_of_order",
    "duplicate_ack", "lost_segment", "ack_lost_segment", "zero_window", "zero_window_probe",
    "window_full", "window_update", "keep_alive", "keep_alive_ack",
  ]

  private mutating func addDNS(_ frame: TsharkFrame) {
    let isResponse = frame["dns.flags.response"]
    dns.queries += isResponse.count { $0 == "0" }
    dns.responses += isResponse.count { $0 == "1" }
    if isResponse.contains("0") { frame["dns.qry.name"].count(into: &dns.names) }
  }

  private mutating func addHTTP(_ frame: TsharkFrame) {
    frame["http.request.method"].count(into: &http.methods)
    frame["http.response.code"].count(into: &http.statuses)
    frame["http.host"].count(into: &http.hosts)
  }

  private mutating func addTLS(_ frame: TsharkFrame) {
    frame["tls.handshake.type"].count(into: &tls.handshake)
    frame["tls.handshake.extensions_server_name"].count(into: &tls.sni)
    frame["tls.handshake.ja3"].count(into: &tls.ja3)
  }
}

extension TsharkFrame {
  func number(_ field: String) -> Int? { self[field].first.flatMap { Int($0) } }

  /// The layers down to the first ICMP: what it quotes is not the frame's own.
  var ownProtocols: ArraySlice<Substring> {
    let layers = protocols
    let end = layers.firstIndex { $0 == "icmp" || $0 == "icmpv6" } ?? layers.endIndex
    return layers[..<end]
  }

  /// The innermost addresses that are the frame's own.
  fileprivate var addresses: (source: String, destination: String)? {
    let versions = ownProtocols.filter { $0 == "ip" || $0 == "ipv6" }
    guard let innermost = versions.last else { return nil }
    let place = versions.count { $0 == innermost } - 1
    let (sources, destinations) = (self["\(innermost).src"], self["\(innermost).dst"])
    guard sources.indices ~= place, destinations.indices ~= place else { return nil }
    return (sources[place], destinations[place])
  }
}

extension [String] {
  /// Counts each value.
  func count(into counts: inout [String: Int]) {
    for value in self { counts[value, default: 0] += 1 }
  }
}
