import CaptureFormats
import PacketDecoding
import TrafficAnalysis

extension Snapshots {
  /// Text that wants to be markup, code, a formula, a link, a control sequence, or the other way round.
  static let hostile = [
    "<script>alert(1)</script>", "\"\u{301} onmouseover=alert(1) x=\"", "=HYPERLINK(\"http://x\")",
    "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "[a](javascript:alert(1))", "![](http://x/y.png)",
    "| cell | `code` **bold** <b>", "\u{202E}gpj.exe\u{202C}", "\u{1B}[31mred\u{1B}]0;title\u{7}",
    "a\u{0}b\u{85}c\u{9B}31m", "line\u{2028}separator\r\nand more", "\u{FFFD}\u{FFFD}",
    "{{title}}{{{title}}}", "www.example.com http://example.com a@b.example",
    String(repeating: "x", count: 60_000), String(repeating: "e\u{301}\u{302}", count: 3_000), "",
  ]

  /// Every number at its end, every text hostile.
  static var ugly: Snapshot {
    var snapshot = huge
    for index in snapshot.capture.files.indices {
      snapshot.capture.files[index].name = hostile[index]
      snapshot.capture.files[index].comments = hostile
      snapshot.capture.files[index].writtenBy = hostile
      snapshot.capture.files[index].interfaces = hostile.map {
        .init(name: $0, description: $0, linkType: $0, received: .max, dropped: .max)
      }
      snapshot.capture.files[index].cutShort = CutShort(
        offset: .max, packet: .max, reason: hostile[index])
    }
    snapshot.capture.filter = hostile[0]
    snapshot.protocols = hostile.map {
      ProtocolNode(path: $0, name: $0, packets: .max, bytes: .max)
    }
    snapshot.conversations.rows = hostile.map { text in
      var row = snapshot.conversations.rows[0]
      row.serverName = text
      row.application = text
      row.transport = text
      row.history = text
      return row
    }
    snapshot.dns.names.rows = hostile.map { text in
      var name = DNSName(name: text)
      name.queries = .max
      return name
    }
    snapshot.dns.responseNames.rows = snapshot.dns.names.rows
    snapshot.dns.transactions.rows = hostile.map { text in
      var row = DNSTransaction(
        time: .init(nanoseconds: .max), client: v4(10, 0, 0, 1), server: v4(10, 0, 0, 2))
      (row.name, row.type, row.answers, row.responseCode) = (text, text, text, text)
      row.latencyNanoseconds = .max
      return row
    }
    snapshot.mdns.services.rows = hostile.map { text in
      var service = AnnouncedService(type: text)
      service.meaning = text
      service.instances = hostile
      service.announcements = .max
      return service
    }
    snapshot.mdns.names.rows = snapshot.dns.names.rows
    snapshot.llmnr.queries = .max
    snapshot.leases.rows = hostile.map { text in
      var lease = snapshot.leases.rows[0]
      (lease.hostName, lease.vendorClass, lease.macVendor, lease.client) = (text, text, text, text)
      lease.settings.domain = text
      lease.settings.seconds = .max
      return lease
    }
    snapshot.geography = geography
    snapshot.geography?.countries.rows = hostile.map { text in
      var row = CountryTraffic(code: text, name: text)
      (row.hosts, row.packets, row.bytes) = (.max, .max, .max)
      return row
    }
    snapshot.geography?.networks.rows = hostile.map {
      NetworkTraffic(number: .max, organisation: $0)
    }
    snapshot.geography?.databases = hostile.map { .init(type: $0, builtAt: .max) }
    snapshot.http.hosts.rows = hostile.map { HTTPHost(name: $0) }
    snapshot.http.errors.rows = hostile.map { HTTPError(host: $0, status: .max, responses: .max) }
    snapshot.http.transactions.rows = hostile.map { text in
      var row = HTTPTransaction(
        time: .init(nanoseconds: .max), client: .init(v4: 1), clientPort: 1, server: .init(v4: 2),
        serverPort: 2, version: text)
      (row.method, row.host, row.target) = (text, text, text)
      (row.userAgent, row.contentType) = (text, text)
      (row.status, row.latencyNanoseconds) = (404, .max)
      return row
    }
    snapshot.http.userAgents = hostile.map { Tally(name: $0, count: .max) }
    snapshot.http.methods = snapshot.http.userAgents
    snapshot.http.contentTypes = snapshot.http.userAgents
    snapshot.http.servers = snapshot.http.userAgents
    snapshot.http.proxies = snapshot.http.userAgents
    snapshot.tls.serverNames.rows = hostile.map { TLSServerName(name: $0) }
    snapshot.tls.versions = snapshot.http.userAgents
    snapshot.hosts.rows[0].names = hostile.map { HostName(name: $0, source: $0) }
    snapshot.recentPackets = hostile.map { text in
      var packet = RecentPacket(number: .max, time: .init(nanoseconds: .max), length: .max)
      packet.info = text
      packet.source = text
      packet.protocolName = text
      return packet
    }
    return snapshot
  }

  /// Every number at its end.
  static var huge: Snapshot {
    var snapshot = busy
    let file = snapshot.capture.files[0]
    snapshot.capture.files = (0..<12).map { _ in file }
    snapshot.capture.packets = .max
    snapshot.capture.bytes = .max
    snapshot.capture.capturedBytes = .max
    snapshot.capture.firstPacket = Timestamp(nanoseconds: .min)
    snapshot.capture.lastPacket = Timestamp(nanoseconds: .max)
    snapshot.capture.timeReversals = .max
    snapshot.capture.drops = .max
    snapshot.capture.accounting.read = .max
    snapshot.capture.accounting.malformed = .max
    snapshot.capture.accounting.undecoded = .max
    snapshot.timeline.start = Timestamp(nanoseconds: .max)
    snapshot.timeline.binNanoseconds = .max
    snapshot.timeline.packets = [.max, 0, .max]
    snapshot.timeline.bytes = [.max, 0, .max]
    snapshot.timeline.byProtocol = [
      .init(name: "tls", bytes: [.max, .max]), .init(name: "x", bytes: []),
    ]
    snapshot.transport = snapshot.transport.map { .init(name: $0.name, packets: .max, bytes: .max) }
    snapshot.packetSizes = snapshot.packetSizes.map {
      .init(from: $0.from, to: $0.to, packets: .max)
    }
    for index in snapshot.hosts.rows.indices {
      snapshot.hosts.rows[index].packetsSent = .max
      snapshot.hosts.rows[index].packetsReceived = .max
      snapshot.hosts.rows[index].bytesSent = .max
      snapshot.hosts.rows[index].bytesReceived = .max
    }
    snapshot.topSources = snapshot.hosts.rows
    for index in snapshot.conversations.rows.indices {
      snapshot.conversations.rows[index].bytesToServer = .max
      snapshot.conversations.rows[index].bytesToClient = .max
      snapshot.conversations.rows[index].packetsToServer = .max
      snapshot.conversations.rows[index].packetsToClient = .max
      snapshot.conversations.rows[index].start = .init(nanoseconds: .min)
      snapshot.conversations.rows[index].durationNanoseconds = .min
    }
    for index in snapshot.services.rows.indices {
      snapshot.services.rows[index].failed = .max
      snapshot.services.rows[index].conversations = .max
      snapshot.services.rows[index].bytes = .max
    }
    snapshot.tcp.retransmissions = .max
    snapshot.tcp.fastRetransmissions = .max
    snapshot.tcp.states = [.finished: .max, .attempt: .max]
    snapshot.tcp.handshakeRTT.minimum = .min
    snapshot.tcp.handshakeRTT.maximum = .max
    snapshot.dns.queries = .max
    snapshot.icmp.v4 = [.init(name: "Echo request", count: .max), .init(name: "x", count: .max)]
    snapshot.limits = [LimitNote(table: "conversations", limit: .max, beyond: .max)]
    return snapshot
  }
}
