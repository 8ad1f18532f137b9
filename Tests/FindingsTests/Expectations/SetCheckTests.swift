import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct SetCheckTests {
  /// Hosts 1 and 2 talk in packets 1 and 2, hosts 1 and 9 in packet 3.
  private let traffic = Traffic.snapshot { traffic in
    traffic.udp(from: (1, 4000), to: (2, 5000))
    traffic.udp(from: (2, 5000), to: (1, 4000))
    traffic.udp(from: (1, 4001), to: (9, 6000))
  }

  @Test func onlyNamesTheUnexpectedPeerAndItsPacket() throws {
    let found = try result("only: hosts\nare: [10.0.0.1, 10.0.0.2]", on: traffic)
    #expect(found.outcome == .failed)
    #expect(found.name == "hosts: only 10.0.0.1, 10.0.0.2")
    #expect(found.expected == "only 10.0.0.1, 10.0.0.2")
    #expect(found.measured == "1 unexpected of 3: 10.0.0.9")
    #expect(found.subject == "10.0.0.9")
    #expect(found.packets == [3])
    #expect(try result("only: hosts\nare: [10.0.0.0/29, 10.0.0.9]", on: traffic).outcome == .passed)
  }

  @Test func aPeerThatWasSeenFailsEvenInADoubtfulCapture() throws {
    let one = "only: hosts\nare: 10.0.0.0/30"
    #expect(try result(one, on: traffic.losing(100)).outcome == .failed)
    let all = "only: hosts\nare: 10.0.0.0/8"
    #expect(try result(all, on: traffic).outcome == .passed)
    for doubtful in [traffic.losing(100), traffic.oneSided] {
      #expect(try result(all, on: doubtful).outcome == .inconclusive)
    }
  }

  @Test func noneOfFailsForWhatIsThere() throws {
    let found = try result("none_of: ports\nare: [\"6000-7000/udp\", 23]", on: traffic)
    #expect(found.outcome == .failed)
    #expect(found.measured == "1 unwanted of 2: 6000/udp")
    #expect(found.packets == [3])
    let entry = "none_of: ports\nare: 6000/tcp"
    #expect(try result(entry, on: traffic).outcome == .passed)
    #expect(try result(entry, on: traffic.losing(100)).outcome == .inconclusive)
    #expect(
      try result("none_of: protocols\nare: [telnet]", on: Snapshot()).outcome == .inconclusive)
  }

  @Test func atLeastOneIsMetByWhatWasSeen() throws {
    let met = "at_least_one: hosts\nof: [10.0.0.9, 10.0.0.77]"
    #expect(try result(met, on: traffic.losing(100)).outcome == .passed)
    let unmet = "at_least_one: hosts\nof: 10.0.0.77"
    #expect(try result(unmet, on: traffic).outcome == .failed)
    #expect(try result(unmet, on: traffic.losing(100)).outcome == .inconclusive)
    #expect(try result(unmet, on: Snapshot()).outcome == .inconclusive)
  }

  @Test func whatIsNotThereAtAllPassesNoOnly() throws {
    let found = try result("only: server_names\nare: api.example.org", on: traffic)
    #expect(found.outcome == .inconclusive)
    #expect(try result("none_of: server_names\nare: evil.example", on: traffic).outcome == .passed)
    #expect(
      try result("only: countries\nare: DE", on: traffic).reason == "no GeoIP database was given")
  }

  @Test func rowsThatWereNotKeptLeaveItOpen() throws {
    var options = AnalysisOptions()
    options.maxRows = 1
    var traffic = Traffic()
    for host in 2..<12 as Range<UInt32> { traffic.udp(from: (1, 4000), to: (host, 53)) }
    let snapshot = traffic.snapshot(options: options)
    let found = try result("only: hosts\nare: 10.0.0.0/8", on: snapshot)
    #expect(found.outcome == .inconclusive)
    #expect(found.reason == "10 of 11 hosts were not kept; --max-rows 0 keeps all")
    #expect(try result("only: hosts\nare: 192.0.2.0/24", on: snapshot).outcome == .failed)
    #expect(try result("at_least_one: hosts\nof: 10.0.0.1", on: snapshot).outcome == .passed)
    #expect(try result("at_least_one: hosts\nof: 10.0.0.2", on: snapshot).outcome == .inconclusive)
  }

  @Test(arguments: [
    ("servers", "[198.51.100.0/24, \"2001:db8::/32\", 203.0.113.0/24, 192.0.2.0/24]"),
    ("server_names", "[\"*.example.com\", example.com]"), ("tls_versions", "[TLS 1.2, TLS 1.3]"),
    ("applications", "[tls, dns]"), ("ports", "[53/udp, 1-1023/tcp, 8443, 4433/tcp, 4434/tcp]"),
    ("cipher_suites", "\"TLS_*\""),
  ])
  func everySetIsReadFromACapture(set: String, list: String) throws {
    let found = try result("only: \(set)\nare: \(list)", on: try sampleSnapshot("tls.pcapng"))
    #expect(found.outcome == .passed, "\(found)")
    let none = try result("none_of: \(set)\nare: \(list)", on: try sampleSnapshot("tls.pcapng"))
    #expect(none.outcome == .failed, "\(none)")
    if !["tls_versions", "cipher_suites"].contains(set) {
      #expect(!none.packets.isEmpty)
    }
  }

  @Test func readsAdapters() throws {
    let list = "mac_addresses\nare: \"00:00:5e:00:53:*\""
    let arp = try sampleSnapshot("arp.pcap")
    #expect(try result("only: " + list, on: arp).outcome == .passed)
    #expect(try result("none_of: " + list, on: arp).outcome == .failed)
    #expect(try result("none_of: " + list, on: traffic).outcome == .inconclusive)
  }

  @Test func readsNamesOfDNS() throws {
    let snapshot = try sampleSnapshot("dns.pcap")
    #expect(
      try result("at_least_one: dns_names\nof: \"*.example.com\"", on: snapshot).outcome == .passed)
    #expect(try result("only: clients\nare: 192.0.2.99", on: snapshot).outcome == .failed)
  }
}
