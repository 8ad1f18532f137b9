import PacketDecoding
import Reporting
import Testing
import TrafficAnalysis

/// The sentence that each section opens with.
@Suite struct SectionLeadTests {
  private static func document(_ snapshot: Snapshot) -> ReportDocument {
    Report(snapshot, verdict: Verdicts.mixed.verdict, options: Reports.options()).document
  }

  private static func lead(_ section: ReportDocument.Section) -> String? {
    for block in section.blocks {
      switch block {
      case .verdict: continue
      case .lead(let text): return text.text
      default: return nil
      }
    }
    return nil
  }

  private static func lead(_ id: String, _ snapshot: Snapshot) throws -> String {
    let section = try #require(document(snapshot).sections.first { $0.id == id })
    return try #require(lead(section))
  }

  @Test(arguments: Snapshots.all.map(\.name))
  func standsFirstAndIsASentence(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    for section in Self.document(snapshot).sections {
      let lead = try #require(Self.lead(section), "\(section.id) of \(name)")
      let first = try #require(lead.first)
      #expect(first.isNumber || first.isUppercase || first == "“", "\(section.id): \(lead)")
      #expect(lead.last == "." || lead.last == "…", "\(section.id): \(lead)")
      #expect(lead.firstMatch(of: /\b1 \w*[^s\W]s\b/) == nil, "\(section.id): \(lead)")
      #expect(!lead.contains("  ") && !lead.contains(" ,") && !lead.contains("no hosts"))
    }
  }

  @Test func saysWhatOnePacketIs() throws {
    let one = Snapshots.onePacket
    #expect(
      try Self.lead("capture", one)
        == "1 packet read from 1 file, which is accounted for, and nothing amiss.")
    #expect(try Self.lead("time", one) == "The only packet came on 1 May 2024, 10:32:05 UTC.")
    #expect(try Self.lead("packet-sizes", one) == "The only packet is 60 bytes long.")
    #expect(try Self.lead("recent-packets", one) == "The only packet of the capture.")
    #expect(
      try Self.lead("protocols", one) == "1 protocol; no packet is of TCP, UDP, SCTP or ICMP.")
  }

  @Test func saysWhyAFigureIsEmpty() throws {
    #expect(try Self.lead("time", Snapshot()) == "No packet has a time.")
    #expect(try Self.lead("hosts", Snapshot()) == "No IP addresses in the capture.")
  }

  @Test func namesTheWorstOfTheCaptureAndListsTheRest() throws {
    var snapshot = Snapshots.onePacket
    snapshot.capture.timeReversals = 1
    let lead = try Self.lead("capture", snapshot)
    #expect(lead == "1 packet read from 1 file. Time goes back 1 time between packets.")
    snapshot.capture.drops = 3
    #expect(
      try Self.lead("capture", snapshot).hasSuffix("the capture's own. 1 more remark below."))
  }

  @Test func countsHostsThatHaveEqualParts() throws {
    var snapshot = Snapshots.onePacket
    snapshot.hosts.rows = [1, 2].map { Host(address: Snapshots.v4(192, 0, 2, $0)) }
    for index in 0...1 { snapshot.hosts.rows[index].bytesSent = 60 }
    snapshot.hosts.total = 2
    #expect(
      try Self.lead("hosts", snapshot)
        == "2 hosts; 192.0.2.1 and 1 other sent or received most, 100 % of the bytes each.")
    snapshot.hosts.rows.removeLast()
    snapshot.hosts.total = 1
    #expect(
      try Self.lead("hosts", snapshot)
        == "1 host, 192.0.2.1, which sent or received 100 % of the bytes.")
  }

  @Test func tellsOfConnections() throws {
    var snapshot = Snapshots.onePacket
    snapshot.tcp.packets = 10
    snapshot.tcp.connections = 1
    snapshot.tcp.established = 1
    let rest = " with a completed handshake; nothing was sent again."
    #expect(try Self.lead("tcp", snapshot) == "1 connection" + rest)
    snapshot.tcp.established = 0
    #expect(try Self.lead("tcp", snapshot) == "1 connection, none" + rest)
    snapshot.tcp.connections = 12
    snapshot.tcp.established = 12
    snapshot.tcp.retransmissions = 1
    #expect(
      try Self.lead("tcp", snapshot)
        == "12 connections, all with a completed handshake; 10.0 % of the packets were sent again.")
  }

  @Test func tellsOfDNS() throws {
    var snapshot = Snapshots.onePacket
    snapshot.dns.queries = 1
    snapshot.dns.unanswered = 1
    snapshot.dns.names = Ranked(rows: [DNSName(name: "a.example")])
    #expect(
      try Self.lead("dns", snapshot) == "1 query for 1 name, without a response in the capture.")
    snapshot.dns.unanswered = 0
    snapshot.dns.responses = 1
    snapshot.dns.responseCodes = [Tally(name: "NXDOMAIN", count: 1)]
    #expect(
      try Self.lead("dns", snapshot)
        == "1 query for 1 name, answered; 1 response says that the name does not exist.")
    snapshot.dns.queries = 0
    #expect(
      try Self.lead("dns", snapshot).hasPrefix("1 response without a query in the capture; "))
  }

  @Test func tellsOfHTTPAndOfWhatHoldsANetworkTogether() throws {
    var snapshot = Snapshots.onePacket
    snapshot.http.requests = 1
    snapshot.http.responses = 1
    #expect(
      try Self.lead("http", snapshot)
        == "1 request in clear text, 1 response, without an error status.")
    snapshot.http.requests = 0
    snapshot.http.statuses = [Tally(name: "404 Not Found", count: 1)]
    #expect(
      try Self.lead("http", snapshot)
        == "No requests in clear text, 1 response, with an error status.")
    snapshot.icmp.v6 = [Tally(name: "Echo reply", count: 11)]
    snapshot.icmp.echoRequests = 7
    snapshot.icmp.echoReplies = 11
    #expect(
      try Self.lead("link-layer", snapshot) == "11 ICMP messages; 11 echo replies to 7 requests.")
    snapshot.icmp.echoRequests = 1
    snapshot.icmp.echoReplies = 0
    #expect(
      try Self.lead("link-layer", snapshot)
        == "11 ICMP messages; the echo request was not answered.")
  }
}
