import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct NonexistentNameBurstsTests {
  private func found(
    _ names: [String], existing: Int = 0, pause: Int64 = 0, code: UInt16 = 3
  ) -> [Finding] {
    findings(of: NonexistentNameBursts.self) { traffic in
      // The five minutes begin at round times.
      traffic.clock = 1_700_000_100_000_000_000
      for (id, name) in names.enumerated() {
        traffic.lookUp(name, id: UInt16(id), code: code)
        traffic.wait(milliseconds: pause)
      }
      for id in 0..<existing { traffic.lookUp("www.example.org", id: UInt16(1000 + id)) }
    }
  }

  private func domains(_ count: Int) -> [String] { (0..<count).map { "www.qx\($0)z.com" } }

  @Test func warnsFromFiftyDomainsOn() throws {
    let finding = try #require(found(domains(50)).first)
    #expect(finding.subject.text == "10.0.0.1")
    #expect(finding.measured == 50)
    #expect(found(domains(49)).isEmpty)
    #expect(found(domains(50), code: 0).isEmpty)
  }

  @Test func countsFiveMinutes() { #expect(found(domains(80), pause: 7000).isEmpty) }

  @Test func aQuarterOfTheResponsesIsALot() {
    #expect(found(domains(50), existing: 150).count == 1)
    #expect(found(domains(50), existing: 151).isEmpty)
  }

  @Test func sparesListsOfSendersAndReverseNames() {
    #expect(found((0..<200).map { "\($0).2.0.192.list.example.org" }).isEmpty)
    #expect(found((0..<200).map { "\($0).2.0.192.in-addr.arpa" }).isEmpty)
    #expect(found((0..<200).map { "host\($0).example.co.uk" }).isEmpty)
  }
}
