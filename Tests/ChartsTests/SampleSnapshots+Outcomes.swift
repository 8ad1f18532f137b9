import CaptureFormats
import PacketDecoding
import TrafficAnalysis

/// What charts of hosts, services, TCP and applications draw.
extension SampleSnapshots {
  static func addOutcomes(to snapshot: inout Snapshot) {
    snapshot.hosts = Ranked(
      rows: (1...12).map { index in
        var host = Host(address: IPAddress(v4: 0xC0A8_0100 + UInt32(index)))
        host.bytesSent = UInt64(900_000 / (index * index))
        host.bytesReceived = UInt64(300_000 / index)
        return host
      })
    snapshot.services = Ranked(
      rows: [
        service(443, "tls", established: 812, failed: 3), service(80, "http", established: 40),
        service(22, nil, failed: 96), service(53, "dns", transport: "UDP", established: 500),
      ])
    snapshot.timeline.retransmissions = snapshot.timeline.packets.enumerated().map { bin, packets in
      bin % 40 == 0 ? packets / 9 : 0
    }
    snapshot.tcp.states = [
      .finished: 700, .established: 80, .resetByServer: 12, .rejected: 90, .attempt: 9, .other: 4,
    ]
    snapshot.tcp.handshakeRTT.count = 800
    snapshot.tcp.handshakeDistribution = distribution(scale: 200_000)
    snapshot.dns.responseCodes = [
      Tally(name: "NOERROR", count: 420), Tally(name: "NXDOMAIN", count: 31),
      Tally(name: "SERVFAIL", count: 4),
    ]
    snapshot.dns.latency.count = 455
    (snapshot.dns.latency.p50, snapshot.dns.latency.p95) = (1_400_000, 48_000_000)
    snapshot.dns.latencyDistribution = distribution(scale: 100_000)
    snapshot.http.statuses = [("200", 300), ("304", 20), ("404", 11), ("503", 2), ("999", 1)].map {
      Tally(name: $0.0, count: $0.1)
    }
    snapshot.tls.versions = [("TLS 1.3", 300), ("TLS 1.2", 44), ("TLS 1.0", 3)].map {
      Tally(name: $0.0, count: $0.1)
    }
  }

  /// As no analyzer would make it.
  static func makeUgly(_ snapshot: inout Snapshot, _ text: String) {
    for index in snapshot.hosts.rows.indices {
      snapshot.hosts.rows[index].bytesSent = .max
      snapshot.hosts.rows[index].bytesReceived = .max
    }
    for index in snapshot.services.rows.indices {
      snapshot.services.rows[index].application = text
      snapshot.services.rows[index].failed = .max
      snapshot.services.rows[index].established = .max
    }
    snapshot.timeline.retransmissions = [UInt64](repeating: .max, count: 9_000)
    for state in ConnectionState.allCases { snapshot.tcp.states[state] = .max }
    snapshot.tcp.handshakeDistribution.percentiles = (0...100).map {
      $0 % 2 == 0 ? .min : .max - Int64($0)
    }
    snapshot.dns.latencyDistribution.bins = (0..<500).map { _ in
      DurationDistribution.Bin(from: .min, to: .max, count: .max)
    }
    let tallies = (0..<300).map { Tally(name: "\($0)" + text, count: .max) }
    snapshot.dns.responseCodes = tallies
    snapshot.http.statuses = tallies
    snapshot.tls.versions = tallies
  }

  static func distribution(scale: Int64) -> DurationDistribution {
    DurationDistribution(
      percentiles: (0...100).map { scale * (10 + Int64($0 * $0) / 8) },
      bins: [1, 2, 5, 10, 20, 50, 100].enumerated().map { index, edge in
        DurationDistribution.Bin(
          from: scale * edge, to: scale * [2, 5, 10, 20, 50, 100, 200][index],
          count: UInt64(index * (9 - index) * 7))
      })
  }

  static func service(
    _ port: UInt16, _ application: String?, transport: String = "TCP", established: UInt64 = 0,
    failed: UInt64 = 0
  ) -> Service {
    var service = Service(transport: transport, port: port)
    service.application = application
    service.established = established
    service.failed = failed
    service.conversations = established + failed
    return service
  }

  /// Some at one moment, some at the ends, one of no time.
  static func marks(_ snapshot: Snapshot) -> [TimeMarkSample] {
    let timeline = snapshot.timeline
    let width = timeline.binNanoseconds.multipliedReportingOverflow(
      by: Int64(max(timeline.packets.count, 1))
    ).partialValue
    return [0, 0, 40, 41, 50, 90, 100, 100].enumerated().map { index, percent in
      let offset = width / 100 &* Int64(percent)
      return TimeMarkSample(
        nanoseconds: timeline.start.nanoseconds &+ offset, label: "Something \(index) happened",
        severity: index % 3)
    }
  }

  struct TimeMarkSample {
    var nanoseconds: Int64
    var label: String
    var severity: Int
  }
}
