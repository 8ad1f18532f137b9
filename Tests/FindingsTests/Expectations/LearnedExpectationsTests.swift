import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

struct LearnedExpectationsTests {
  private static let samples = [
    "web.pcap", "dns.pcap", "tls.pcapng", "ping.pcapng", "arp.pcap", "login.pcapng",
    "lossy-sender.pcap", "lossy-receiver.pcap", "ipv6.pcapng", "vlan.pcap", "portscan.pcap",
    "fragments.pcap", "dhcp.pcap", "cooked.pcap", "hostile.pcap", "everything.pcapng",
    "one-packet.pcap",
  ]

  /// Reads what was learnt again, and holds it against the captures.
  private func outcomes(_ text: String, on snapshots: [Snapshot]) throws -> [ExpectationResult] {
    try snapshots.flatMap { try results(text, on: $0) }
  }

  @Test(arguments: samples)
  func whatWasLearntIsMet(name: String) throws {
    let snapshot = try sampleSnapshot(name)
    let text = LearnedExpectations(snapshots: [snapshot]).text
    let isDoubtful = text.contains("leave doubts")
    for result in try outcomes(text, on: [snapshot]) {
      #expect(
        result.outcome == .passed || isDoubtful && result.outcome == .inconclusive, "\(result)")
    }
  }

  @Test func whatWasLearntOfSeveralIsMetByEach() throws {
    let snapshots = try ["web.pcap", "tls.pcapng", "dns.pcap"].map { try sampleSnapshot($0) }
    let text = LearnedExpectations(snapshots: snapshots).text
    let results = try outcomes(text, on: snapshots)
    #expect(results.count >= 3 * 4)
    #expect(results.allSatisfy { $0.outcome == .passed }, "\(results)")
    #expect(text.contains("# http.latency.p95 is not in every capture"))
  }

  // MARK: Good and spoiled captures

  /// A client that asks one web server; `change` spoils it.
  private func talk(_ seed: UInt16, _ change: (inout TCPTalk) -> Void = { _ in }) -> Snapshot {
    var talk = TCPTalk()
    for number in 0..<10 as Range<UInt16> {
      talk.clientPort = 40_000 + seed * 100 + number
      talk.open()
      talk.client(.ack, 1, 1, payload: Array("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n".utf8))
      talk.server(
        .ack, 1, 36, payload: Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8))
      talk.client(.ack, 36, 41)
      talk.traffic.wait(milliseconds: 100 + Int64(seed))
    }
    change(&talk)
    return talk.traffic.snapshot()
  }

  private var learnt: String { LearnedExpectations(snapshots: [talk(1), talk(2), talk(3)]).text }

  @Test func aFourthGoodCapturePasses() throws {
    let results = try results(learnt, on: talk(4))
    #expect(results.count >= 9)
    #expect(results.allSatisfy { $0.outcome == .passed }, "\(results)")
  }

  @Test func spoiledCapturesFailForWhatWasSpoiled() throws {
    let failed = { (snapshot: Snapshot) in
      try results(learnt, on: snapshot).filter { $0.outcome == .failed }.map(\.name)
    }
    let peer = try failed(talk(4) { $0.traffic.udp(from: (1, 4000), to: (77, 80)) })
    #expect(peer.contains("Only known servers") && peer.contains("Only known ports"))
    let port = try failed(
      talk(4) { talk in
        talk.serverPort = 8080
        talk.open()
      })
    #expect(port == ["Only known ports"])
    let loss = try failed(
      talk(4) { talk in
        talk.clientPort = 50_000
        talk.open()
        for _ in 0..<5 {
          talk.client(.ack, 1, 1, length: 10)
          talk.traffic.wait(milliseconds: 300)
        }
      })
    #expect(loss.contains("Little is sent again"))
    let delay = try failed(
      talk(4) { talk in
        for port in 50_000..<50_012 as Range<UInt16> {
          talk.clientPort = port
          talk.client(.syn, 0)
          talk.traffic.wait(milliseconds: 80)
          talk.server([.syn, .ack], 0, 1)
          talk.client(.ack, 1, 1)
        }
      })
    #expect(delay.contains("Handshakes are as fast as they were"))
    let name = try failed(
      talk(4) { talk in
        talk.clientPort = 50_000
        talk.open()
        talk.client(.ack, 1, 1, payload: Array("GET / HTTP/1.1\r\nHost: b.example\r\n\r\n".utf8))
      })
    #expect(name == ["Only known server names"])
  }

  /// Of a few hundred segments another good capture has three sent again where these had one.
  @Test func sharesOfFewLeaveRoomForChance() throws {
    let again = { (talk: inout TCPTalk, count: UInt16) in
      for port in 50_000..<50_000 + count {
        talk.clientPort = port
        talk.open()
        talk.client(.ack, 1, 1, length: 10)
        talk.traffic.wait(milliseconds: 300)
        talk.client(.ack, 1, 1, length: 10)
      }
    }
    let good = [talk(1), talk(2) { again(&$0, 1) }, talk(3)]
    let text = LearnedExpectations(snapshots: good).text
    let sentAgain = { (snapshot: Snapshot) in
      try results(text, on: snapshot).first { $0.name == "Little is sent again" }?.outcome
    }
    #expect(try sentAgain(talk(4) { again(&$0, 3) }) == .passed)
    #expect(try sentAgain(talk(4) { again(&$0, 9) }) == .failed)
  }

  /// Of ten handshakes the slowest decides the 95th percentile.
  @Test func ofFewDurationsTheMedianIsExpected() {
    #expect(learnt.contains("check: tcp.handshake_rtt.p50 <= 10ms"))
    let many = TCPTalk.snapshot { talk in
      for port in 40_000..<40_020 as Range<UInt16> {
        talk.clientPort = port
        talk.open()
      }
    }
    let text = LearnedExpectations(snapshots: [many]).text
    #expect(text.contains("check: tcp.handshake_rtt.p95 <= 10ms"))
  }

  @Test func ofOneNothingIsExpected() {
    let one = TCPTalk.snapshot { $0.open() }
    let text = LearnedExpectations(snapshots: [one]).text
    #expect(text.contains("# tcp.failed.share is of too few to expect anything of it."))
  }

  // MARK: What captures say

  /// Names cannot become anything else than names in a list.
  @Test func textOfCapturesStaysText() throws {
    let names = ["a\": [x", "*", "b\\", "c: d\n- e", " f", "\u{7}\u{1F600}", "#g", "{{h}}"]
    for name in names {
      var snapshot = talk(1)
      snapshot.http.hosts = Ranked(rows: [HTTPHost(name: name)])
      let text = LearnedExpectations(snapshots: [snapshot]).text
      let all = try results(text, on: snapshot)
      #expect(all.allSatisfy { $0.outcome == .passed }, "\(name)")
      #expect(all.contains { $0.name == "Only known server names" } == !["*", " f"].contains(name))
    }
  }

  @Test func whatDiffersFromCaptureToCaptureIsTakenAsAWhole() throws {
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 60_000), to: (2, 50_000))
      traffic.udp(from: (1, 60_000), to: (2, 50_001))
    }
    let text = LearnedExpectations(snapshots: [snapshot]).text
    #expect(text.contains("- \"32768-65535/udp\"\n"))
    #expect(!text.contains("50001"))
  }

  @Test func longListsAndMissingRowsAreLeftOut() throws {
    var traffic = Traffic()
    for host in 2..<300 as Range<UInt32> { traffic.udp(from: (1, 4000), to: (host, 53)) }
    let text = LearnedExpectations(snapshots: [traffic.snapshot()]).text
    #expect(text.contains("# servers are not listed, as there are 298 of them."))
    var options = AnalysisOptions()
    options.maxRows = 5
    let few = LearnedExpectations(snapshots: [traffic.snapshot(options: options)]).text
    #expect(few.contains("# servers are not listed, as 293 of 298 conversations were not kept"))
  }

  @Test func doubtsAreTold() throws {
    let text = LearnedExpectations(snapshots: [talk(1), talk(2).losing(99)]).text
    #expect(text.contains("#   capture 2: packets are missing from the capture\n"))
    #expect(!text.contains("#   capture 1:"))
  }

  @Test func nothingIsLearntFromNothing() throws {
    for snapshots in [[], [Snapshot()]] {
      let text = LearnedExpectations(snapshots: snapshots).text
      #expect(try ExpectationFile(text).expectations.isEmpty)
    }
  }
}
