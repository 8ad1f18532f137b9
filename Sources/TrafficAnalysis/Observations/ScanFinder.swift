import PacketDecoding

/// Puts attempts together, by whose they are and by what they were on.
struct ScanFinder {
  private(set) var survey = ScanSurvey()
  /// How many attempts on a service were parts of scans.
  private var scanned: [ServiceHealthTable.Key: (unanswered: UInt64, refused: UInt64)] = [:]
  private var burstSizes: [ServiceHealthTable.Key: Int] = [:]
  private var hostBursts: [IPAddress: Int] = [:]

  init(_ attempts: [FailedAttempt]) {
    guard attempts.count >= ScanSurvey.leastTargets else { return }
    findAddressSweeps(attempts)
    findPortSweeps(attempts)
    let others = countScanned(attempts)
    findBursts(others.filter { $0.outcome != .refused })
  }

  /// Tells the service what scans and floods did to it.
  func excuse(_ service: inout ServiceHealth) {
    let key = ServiceHealthTable.Key(server: service.server, port: service.port)
    if let parts = scanned[key] {
      service.scannedUnanswered = parts.unanswered
      service.scannedRefused = parts.refused
    }
    service.halfOpenBurst = max(burstSizes[key] ?? 0, hostBursts[key.server] ?? 0)
  }

  private mutating func findAddressSweeps(_ attempts: [FailedAttempt]) {
    survey.addresses = Self.sweeps(attempts, over: \.server) { left, right in
      left.client != right.client ? left.client < right.client : left.port < right.port
    }.map { first, seen in
      AddressSweep(
        client: first.client, port: first.port, hosts: seen.most, packets: seen.packets)
    }
  }

  private mutating func findPortSweeps(_ attempts: [FailedAttempt]) {
    survey.ports = Self.sweeps(attempts, over: \.port) { left, right in
      left.client != right.client ? left.client < right.client : left.server < right.server
    }.map { first, seen in
      PortSweep(
        client: first.client, server: first.server, ports: seen.most, packets: seen.packets)
    }
  }

  /// Of attempts that belong together those on many targets, with the first of each.
  private static func sweeps<Target: Hashable>(
    _ attempts: [FailedAttempt], over target: (FailedAttempt) -> Target,
    by precedes: (FailedAttempt, FailedAttempt) -> Bool
  ) -> [(first: FailedAttempt, seen: DistinctTargets)] {
    AttemptGroups(attempts, by: precedes).all.compactMap { group in
      guard let first = group.first, group.count >= ScanSurvey.leastTargets else { return nil }
      let seen = DistinctTargets(group, within: ScanSurvey.scanTime, target: target)
      return seen.most >= ScanSurvey.leastTargets ? (first, seen) : nil
    }
  }

  /// Of `attempts` that are no parts of scans.
  private mutating func findBursts(_ attempts: [FailedAttempt]) {
    let ofServices = Self.bursts(attempts) { left, right in
      left.server != right.server ? left.server < right.server : left.port < right.port
    }
    for burst in ofServices {
      let key = ServiceHealthTable.Key(server: burst.server, port: burst.port ?? 0)
      burstSizes[key] = burst.connections
      hostBursts[burst.server] = max(hostBursts[burst.server] ?? 0, burst.connections)
    }
    let ofHosts = Self.bursts(attempts) { $0.server < $1.server }.filter { burst in
      // What is on one port for the most part is told of that one.
      burst.connections > 2 * (hostBursts[burst.server] ?? 0)
    }
    hostBursts = [:]
    for burst in ofHosts { hostBursts[burst.server] = burst.connections }
    survey.bursts = ofServices
    survey.bursts += ofHosts.map { burst in
      var burst = burst
      burst.port = nil
      return burst
    }
  }

  private static func bursts(
    _ attempts: [FailedAttempt], by precedes: (FailedAttempt, FailedAttempt) -> Bool
  ) -> [HalfOpenBurst] {
    AttemptGroups(attempts, by: precedes).all.compactMap { group in
      guard group.count >= ScanSurvey.leastConnections else { return nil }
      // Every connection is a target of its own.
      let seen = DistinctTargets(group, within: ScanSurvey.floodTime) { $0.number }
      guard seen.most >= ScanSurvey.leastConnections else { return nil }
      let first = group[group.startIndex]
      return HalfOpenBurst(
        server: first.server, port: first.port, connections: seen.most,
        clients: Set(group.map(\.client)).count, packets: seen.packets)
    }
  }

  /// Counts the attempts of whoever scans, so that a service is not blamed for them; returns the others.
  private mutating func countScanned(_ attempts: [FailedAttempt]) -> [FailedAttempt] {
    let sweeping = Set(
      survey.addresses.lazy.filter { $0.hosts >= ScanSurvey.scanTargets }
        .map { ServiceHealthTable.Key(server: $0.client, port: $0.port) })
    let scanning = Set(
      survey.ports.lazy.filter { $0.ports >= ScanSurvey.scanTargets }.map {
        [$0.client, $0.server]
      }
    )
    guard !sweeping.isEmpty || !scanning.isEmpty else { return attempts }
    return attempts.filter { attempt in
      guard
        sweeping.contains(.init(server: attempt.client, port: attempt.port))
          || scanning.contains([attempt.client, attempt.server])
      else { return true }
      let key = ServiceHealthTable.Key(server: attempt.server, port: attempt.port)
      if attempt.outcome == .refused {
        scanned[key, default: (0, 0)].refused += 1
      } else {
        scanned[key, default: (0, 0)].unanswered += 1
      }
      return false
    }
  }
}
