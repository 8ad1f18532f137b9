import CaptureFormats
import PacketDecoding
import TrafficAnalysis

extension Snapshots {
  static func addTCP(to snapshot: inout Snapshot) {
    snapshot.tcp.packets = 152_213
    snapshot.tcp.connections = 1_004
    snapshot.tcp.established = 966
    snapshot.tcp.retransmissions = 611
    snapshot.tcp.fastRetransmissions = 88
    snapshot.tcp.outOfOrder = 412
    snapshot.tcp.duplicateACKs = 1_290
    snapshot.tcp.zeroWindows = 3
    snapshot.tcp.resets = 57
    snapshot.tcp.flags.syn = 1_010
    snapshot.tcp.flags.synACK = 970
    snapshot.tcp.flags.ack = 151_190
    snapshot.tcp.handshakeRTT = quantiles(966)
    snapshot.tcp.states = [.finished: 880, .attempt: 24, .rejected: 14, .resetByServer: 86]
  }

  private static func transaction() -> HTTPTransaction {
    var row = HTTPTransaction(
      time: Timestamp(nanoseconds: start.nanoseconds + 5_000_000_000), client: v4(10, 0, 0, 7),
      clientPort: 49_152, server: v4(198, 51, 100, 7), serverPort: 80, version: "HTTP/1.1")
    row.method = "GET"
    row.host = "intranet.example.org"
    row.target = "/missing"
    row.userAgent = "curl/8.7.1"
    row.status = 404
    row.contentType = "text/html"
    row.responseBytes = 153
    row.latencyNanoseconds = 12_345_678
    return row
  }

  static func quantiles(_ count: UInt64) -> Quantiles {
    var quantiles = Quantiles()
    quantiles.count = count
    quantiles.minimum = 210_000
    quantiles.p50 = 12_345_678
    quantiles.p95 = 48_100_000
    quantiles.p99 = 201_000_000
    quantiles.maximum = 1_020_000_000
    return quantiles
  }

  static func addApplications(to snapshot: inout Snapshot) {
    snapshot.dns.queries = 2_080
    snapshot.dns.responses = 2_040
    snapshot.dns.unanswered = 40
    snapshot.dns.responseCodes = [
      .init(name: "NOERROR", count: 1_990), .init(name: "NXDOMAIN", count: 50),
    ]
    snapshot.dns.types = [.init(name: "A", count: 1_200), .init(name: "AAAA", count: 880)]
    snapshot.dns.names.rows = (0..<25).map { index in
      var name = DNSName(name: "host-\(index).services.example.com")
      name.queries = UInt64(300 / (index + 1))
      name.responses = UInt64(298 / (index + 1))
      return name
    }
    snapshot.dns.names.total = 25
    var server = DNSServer(address: v4(10, 0, 0, 1))
    server.queries = 2_080
    server.responses = 2_040
    snapshot.dns.servers.rows = [server]
    snapshot.dns.servers.total = 1
    snapshot.dns.latency = quantiles(2_040)
    snapshot.mdns.queries = 31
    snapshot.http.requests = 340
    snapshot.http.responses = 338
    snapshot.http.methods = [.init(name: "GET", count: 310), .init(name: "POST", count: 30)]
    snapshot.http.statuses = [.init(name: "200", count: 320), .init(name: "404", count: 18)]
    var host = HTTPHost(name: "intranet.example.org")
    host.requests = 340
    host.bytes = 1_988_311
    host.clientErrors = 18
    host.responseBodyBytes = 1_650_240
    snapshot.http.hosts.rows = [host]
    snapshot.http.hosts.total = 1
    snapshot.http.userAgents = [.init(name: "curl/8.7.1", count: 340)]
    snapshot.http.latency = quantiles(338)
    snapshot.http.incompleteResponses = 2
    snapshot.http.versions = [
      .init(name: "HTTP/1.1", count: 330), .init(name: "HTTP/2", count: 10),
    ]
    snapshot.http.contentTypes = [.init(name: "text/html", count: 300)]
    snapshot.http.servers = [.init(name: "nginx/1.22.1", count: 338)]
    snapshot.http.errors.rows = [
      .init(host: "intranet.example.org", status: 404, responses: 17),
      .init(host: nil, status: 404, responses: 1),
    ]
    snapshot.http.errors.total = 2
    snapshot.http.transactions.rows = [transaction()]
    snapshot.http.transactions.total = 340
    snapshot.tls.clientHellos = 801
    snapshot.tls.serverHellos = 799
    snapshot.tls.versions = [.init(name: "TLS 1.3", count: 700), .init(name: "TLS 1.2", count: 99)]
    snapshot.tls.cipherSuites = [.init(name: "TLS_AES_128_GCM_SHA256", count: 799)]
    snapshot.tls.alpn = [.init(name: "h2", count: 640)]
    var name = TLSServerName(name: "assets.example.com")
    name.clientHellos = 640
    name.bytes = 80_100_311
    snapshot.tls.serverNames.rows = [name]
    snapshot.tls.serverNames.total = 1
    snapshot.tls.ja3 = [.init(name: "cd08e31494f9531f560d64c695473da9", count: 801)]
  }

  static func addLink(to snapshot: inout Snapshot) {
    snapshot.arp.packets = 214
    snapshot.arp.operations = [
      .init(name: "request", count: 110), .init(name: "reply", count: 104),
    ]
    snapshot.arp.claims.rows = [
      ARPClaim(address: v4(10, 0, 0, 1), mac: MACAddress(rawValue: 0x0242_AC11_0001), packets: 104)
    ]
    snapshot.arp.claims.total = 1
    var lease = DHCPLease(
      address: v4(10, 0, 0, 7), client: "02:42:ac:11:00:07", time: start)
    lease.mac = MACAddress(rawValue: 0x0242_AC11_0007)
    lease.hostName = "laptop-7"
    lease.state = .leased
    lease.settings.server = v4(10, 0, 0, 1)
    lease.settings.routers = [v4(10, 0, 0, 1)]
    lease.settings.domain = "office.example.org"
    lease.settings.seconds = 86_400
    snapshot.leases.rows = [lease]
    snapshot.leases.total = 1
    snapshot.icmp.v4 = [
      .init(name: "Echo request", count: 94), .init(name: "Echo reply", count: 94),
    ]
    snapshot.icmp.v6 = [.init(name: "Neighbor solicitation", count: 1_107)]
    snapshot.icmp.echoRequests = 94
    snapshot.icmp.echoReplies = 94
    snapshot.icmp.echoRTT = quantiles(94)
    snapshot.recentPackets = (0..<120).map { index in
      var packet = RecentPacket(
        number: 184_104 + UInt64(index),
        time: Timestamp(
          nanoseconds: start.nanoseconds + 123_000_000_000 + Int64(index) * 3_333_333),
        length: UInt32(60 + index * 11))
      packet.source = index % 9 == 0 ? v6.description : "10.0.0.\(index % 30 + 5)"
      packet.destination = "198.51.100.7"
      packet.sourcePort = 49_152
      packet.destinationPort = 443
      packet.protocolName = index % 3 == 0 ? "TLS" : "TCP"
      packet.info = "[ACK] Seq=\(index * 1_448) Ack=1 Win=501 Len=1448"
      return packet
    }
  }
}
