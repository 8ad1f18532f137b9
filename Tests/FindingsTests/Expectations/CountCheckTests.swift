import CaptureFormats
import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct CountCheckTests {
  /// One connection to port 80, and three SYNs to port 443 that nobody answers.
  private func talk(options: AnalysisOptions = AnalysisOptions()) -> Snapshot {
    var talk = TCPTalk()
    talk.open()
    talk.client(.ack, 1, 1, length: 100)
    talk.serverPort = 443
    for port in 0..<3 {
      talk.clientPort = 50_000 + UInt16(port)
      talk.client(.syn, 0)
    }
    return talk.traffic.snapshot(options: options)
  }

  @Test(arguments: [
    ("{server_port: 443, state: S0}", "3"), ("{server_port: 80}", "1"),
    ("{state: [S0, S1]}", "4"), ("{transport: udp}", "0"), ("{server: 10.0.0.0/8}", "4"),
    ("{client: 10.0.0.2}", "0"), ("{packets: 1}", "3"), ("{bytes: \"> 100\"}", "1"),
    ("{handshake_rtt: < 1s}", "1"), ("{duration: at least 1ms}", "1"),
    ("{client_port: 50000-50001/tcp}", "2"), ("{application: http}", "0"),
    ("{server_name: \"*\"}", "0"),
  ])
  func countsWhatIsAskedFor(filter: String, count: String) throws {
    let found = try result("count: conversations\nwhere: \(filter)\nis: = \(count)", on: talk())
    #expect(found.measured.text == count)
    #expect(found.outcome == .passed)
    #expect(found.unit == "conversations")
  }

  @Test func namesTheFirstPackets() throws {
    let entry = "count: conversations\nwhere: {server_port: 443, state: S0}\nis: < 3"
    let found = try result(entry, on: talk())
    #expect(found.outcome == .failed)
    #expect(found.packets == [5, 6, 7])
    #expect(found.name == "conversations where server_port 443 and state S0: < 3")
  }

  @Test func rowsThatWereNotKeptLeaveItOpen() throws {
    var options = AnalysisOptions()
    options.maxRows = 2
    let snapshot = talk(options: options)
    let entry = "count: conversations\nwhere: {state: S0}\nis:"
    #expect(try result("\(entry) < 3", on: snapshot).outcome == .inconclusive)
    #expect(try result("\(entry) < 1", on: snapshot).outcome == .failed)
    #expect(try result("\(entry) at least 1", on: snapshot).outcome == .passed)
    // All of them are counted whatever is kept.
    #expect(try result("count: conversations\nis: 4", on: snapshot).outcome == .passed)
  }

  @Test func withoutConversationsThereIsNothingToCount() throws {
    let arp: [UInt8] = [0, 1, 8, 0, 6, 4, 0, 1] + [UInt8](repeating: 1, count: 20)
    let frame = [UInt8](repeating: 2, count: 12) + [8, 6] + arp
    let snapshot = Traffic.snapshot { $0.add(frame, linkType: .ethernet) }
    #expect(snapshot.arp.packets == 1)
    #expect(try result("count: conversations\nis: < 5", on: snapshot).outcome == .inconclusive)
    #expect(try result("count: conversations\nis: < 5", on: Snapshot()).outcome == .inconclusive)
  }
}
