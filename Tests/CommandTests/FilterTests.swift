import Foundation
import TestSupport
import Testing

@Suite struct FilterTests {
  @Test(
    .enabled(if: Tool.isInstalled("tcpdump")),
    arguments: [
      ("web.pcap", "tcp port 80"), ("everything.pcapng", "tcp port 80"),
      ("everything.pcapng", "icmp or icmp6"), ("everything.pcapng", "not ip"),
      ("ipv6.pcapng", "ip6 and tcp port 80"), ("vlan.pcap", "vlan 30 and tcp port 80"),
      ("cooked.pcap", "tcp port 80"), ("lossy-sender.pcap", "tcp[tcpflags] & tcp-syn != 0"),
      ("dns.pcap", "host 2001:db8:2::53"), ("empty.pcap", "tcp port 80"),
    ])
  func letsThroughWhatTcpdumpLetsThrough(sample: String, filter: String) throws {
    let capture = try analyze(Project.sample(sample).path, "--filter", filter).capture
    let matching = try Tool.packets(in: Project.sample(sample), matching: filter)
    #expect(capture.packets == matching)
    #expect(capture.filter == filter)
    let all = try #require(try Tool.packets(in: Project.sample(sample)))
    #expect(capture.accounting.read == all)
    #expect(capture.accounting.filteredOut == all - capture.packets)
  }

  @Test(arguments: ["tcp prot 80", "port", "(tcp", "host 300.1.2.3"])
  func saysWhatIsWrongInIt(filter: String) throws {
    let outcome = try PacketpressBinary.run([
      "analyze", Project.sample("web.pcap").path, "--stdout", "json", "--filter", filter,
    ])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(filter), "\(outcome.errors)")
  }

  @Test func takesPacketsFromATimeToATime() throws {
    let path = Project.sample("dns.pcap").path
    let times = try analyze(path).contents.recentPackets.map(\.time)
    try #require(times.count > 40)
    let report = try analyze(path, "--from", times[9], "--to", justAfter(times[29]))
    #expect(report.capture.packets == 21)
    #expect(report.contents.recentPackets.first?.time == times[9])
    #expect(report.contents.recentPackets.last?.time == times[29])

    #expect(try analyze(path, "--from", times[9]).capture.packets == times.count - 9)
    #expect(try analyze(path, "--to", justAfter(times[29])).capture.packets == 30)
  }

  /// A time of RFC 3339 with nine digits of a second, one nanosecond later.
  private func justAfter(_ time: String) throws -> String {
    let parts = time.dropLast().split(separator: ".")
    try #require(parts.count == 2 && parts[1].count == 9, "\(time)")
    let next = String(try #require(Int(parts[1])) + 1)
    return "\(parts[0]).\(String(repeating: "0", count: max(0, 9 - next.count)))\(next)Z"
  }

  @Test func refusesATimeThatIsNone() throws {
    let outcome = try PacketpressBinary.run([
      "analyze", Project.sample("web.pcap").path, "--stdout", "json", "--from", "yesterday-ish",
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("yesterday-ish"), "\(outcome.errors)")
  }
}
