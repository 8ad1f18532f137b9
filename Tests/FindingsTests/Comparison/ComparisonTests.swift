import Findings
import Testing
import TrafficAnalysis
import TrafficSupport

struct ComparisonTests {
  @Test(arguments: ["dns.pcap", "web.pcap", "tls.pcapng", "login.pcapng", "lossy-sender.pcap"])
  func sameCaptureHasNoChange(name: String) throws {
    let snapshot = try sampleSnapshot(name)
    let comparison = Comparison(base: snapshot, new: snapshot)
    #expect(comparison.isSame, "\(comparison.changes)")
    #expect(comparison.omissions.isEmpty)
  }

  @Test func whatIsNewOneWayIsGoneTheOther() throws {
    let (dns, web) = (try sampleSnapshot("dns.pcap"), try sampleSnapshot("web.pcap"))
    let there = Comparison(base: dns, new: web)
    let back = Comparison(base: web, new: dns)
    #expect(there.count(.new) > 0)
    #expect(there.count(.new) == back.count(.gone) && there.count(.gone) == back.count(.new))
    #expect(there.changes(in: .applications).map(\.mark).contains("+http"))
  }

  @Test func orderIsThatOfCategoriesAndOfRelevance() {
    let base = capture()
    let new = capture { snapshot in
      snapshot.hosts.rows = [host(0x0A00_0001, bytes: 100), host(0x0A00_0002, bytes: 900)]
      snapshot.tls.ja4 = [Tally(name: "a", count: 1), Tally(name: "b", count: 1)]
    }
    let changes = Comparison(base: base, new: new).changes
    #expect(changes.map(\.mark) == ["+10.0.0.2", "+10.0.0.1", "+a", "+b"])
    #expect(changes.map(\.relevance) == [0.9, 0.1, 0.5, 0.5])
  }

  @Test func absenceInAShortCaptureMeansLittle() {
    let counts: [(String, UInt64)] = [("rare.example", 9), ("often.example", 100)]
    let busy = capture(seconds: 100) { snapshot in
      snapshot.dns.names.rows = counts.map { name, count in
        var row = DNSName(name: name)
        row.queries = count
        return row
      }
    }
    #expect(told(.names, busy, capture(seconds: 50)) == ["-often.example", "-rare.example"])
    #expect(told(.names, busy, capture(seconds: 10)) == ["-often.example"])
    #expect(omitted(busy, capture(seconds: 10)) == [.tooShort: 1])
    #expect(told(.names, capture(seconds: 10), busy) == ["+often.example"])
    // A short capture with many packets had its chance.
    let dense = capture(seconds: 10) { $0.capture.packets = 5000 }
    #expect(told(.names, busy, dense).count == 2)
  }

  @Test func emptyCaptureHasLostEverything() {
    let base = capture { $0.hosts.rows = [host(0x0A00_0001)] }
    #expect(told(.hosts, base, Snapshot()) == ["-10.0.0.1"])
  }

  @Test func tellsWhichTablesAreCut() {
    let new = capture { snapshot in
      snapshot.hosts = Ranked(rows: [], total: 5)
      snapshot.limits = [LimitNote(table: "services", limit: 1, beyond: 2)]
    }
    let comparison = Comparison(base: capture(), new: new)
    #expect(comparison.new.cutTables == ["hosts", "services"])
    #expect(comparison.base.cutTables.isEmpty)
  }
}
