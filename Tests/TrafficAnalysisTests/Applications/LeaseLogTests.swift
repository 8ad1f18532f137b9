import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct LeaseLogTests {
  /// A message of DHCP with options behind its cookie.
  static func message(
    operation: UInt8, mac: UInt8, address: UInt8 = 0, client: UInt8 = 0, _ options: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = [operation, 1, 6, 0, 1, 2, 3, 4, 0, 0, 0, 0]
    for host in [client, address, 0, 0] { bytes += host == 0 ? [0, 0, 0, 0] : [10, 0, 0, host] }
    bytes += [0, 0, 0x5E, 0, 0x53, mac] + [UInt8](repeating: 0, count: 202)
    return bytes + [0x63, 0x82, 0x53, 0x63] + options + [255]
  }

  static func exchange() -> Traffic {
    var traffic = Traffic()
    let name: [UInt8] = [12, 3] + Array("nas".utf8)
    traffic.udp(
      from: (0, 68), to: (255, 67), message(operation: 1, mac: 9, [53, 1, 1] + name))
    traffic.udp(
      from: (1, 67), to: (9, 68), message(operation: 2, mac: 9, address: 9, [53, 1, 2]))
    traffic.udp(
      from: (0, 68), to: (255, 67), message(operation: 1, mac: 9, [53, 1, 3] + name))
    traffic.udp(
      from: (1, 67), to: (9, 68),
      message(
        operation: 2, mac: 9, address: 9,
        [53, 1, 5, 54, 4, 10, 0, 0, 1, 51, 4, 0, 0, 0, 60, 3, 4, 10, 0, 0, 1]))
    return traffic
  }

  @Test func joinsWhatClientAndServerSay() throws {
    let snapshot = Self.exchange().snapshot()
    let lease = try #require(snapshot.leases.rows.first)
    #expect(snapshot.leases.total == 1)
    #expect(lease.address == Traffic.address(9) && lease.state == .leased)
    #expect(lease.hostName == "nas" && lease.mac?.description == "00:00:5e:00:53:09")
    #expect(lease.settings.server == Traffic.address(1) && lease.settings.seconds == 60)
    let host = snapshot.hosts.rows.first { $0.address == Traffic.address(9) }
    #expect(host?.names == [HostName(name: "nas", source: "dhcp")])
  }

  @Test func doesNotDependOnTheNumberOfWorkers() {
    let one = Self.exchange().snapshot()
    for workers in [2, 3, 5] {
      #expect(Self.exchange().snapshot(workers: workers).difference(from: one) == nil)
    }
  }

  @Test func saysWhatBecameOfAnAddressLast() {
    var traffic = Self.exchange()
    traffic.udp(
      from: (9, 68), to: (1, 67), Self.message(operation: 1, mac: 9, client: 9, [53, 1, 7]))
    let snapshot = traffic.snapshot()
    #expect(snapshot.leases.rows.map(\.state) == [.released])
    #expect(snapshot.leases.rows.map(\.settings.seconds) == [60])
  }

  @Test func isBounded() {
    var traffic = Traffic()
    for mac in 0..<40 {
      traffic.udp(
        from: (1, 67), to: (255, 68),
        Self.message(operation: 2, mac: UInt8(mac), address: UInt8(mac + 2), [53, 1, 5]))
    }
    var options = AnalysisOptions()
    options.maxClaims = 16
    let snapshot = traffic.snapshot(options: options)
    #expect(snapshot.leases.total == 16)
    #expect(snapshot.limits.first { $0.table == "DHCP leases" }?.beyond == 24)
  }
}
