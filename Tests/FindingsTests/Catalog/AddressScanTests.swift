import Findings
import Testing
import TrafficSupport

struct AddressScanTests {
  private func scan(hosts: UInt32, milliseconds: Int64 = 10, workers: Int = 1) -> [Finding] {
    var talk = TCPTalk()
    for host in 0..<hosts {
      switch host % 3 {
      case 0: talk.knock(from: 1, on: 1000 + host, port: 22)
      case 1: talk.refuse(from: 1, on: 1000 + host, port: 22)
      default: talk.leaveHalfOpen(from: 1, on: 1000 + host, port: 22)
      }
      talk.traffic.wait(milliseconds: milliseconds)
    }
    return findings(of: AddressScan.self, workers: workers, traffic: talk.traffic)
  }

  @Test func twentyFiveHostsAreAScan() throws {
    let finding = try #require(scan(hosts: 25).first)
    #expect(finding.severity == .warning)
    #expect(finding.subject.text == "10.0.0.1")
    #expect(finding.measured == 25)
    #expect(finding.packets.prefix(4) == [1, 2, 4, 7])
    #expect(
      finding.filter
        == "ip.src == 10.0.0.1 && tcp.dstport == 22 && tcp.flags.syn == 1 && tcp.flags.ack == 0")
    #expect(scan(hosts: 24).isEmpty)
  }

  @Test func theyHaveToBeTriedWithinFiveMinutes() {
    #expect(scan(hosts: 40, milliseconds: 12_000).count == 1)
    #expect(scan(hosts: 40, milliseconds: 13_000).isEmpty)
  }

  @Test func anyNumberOfWorkersFindsTheSame() throws {
    let (one, four) = (scan(hosts: 60), scan(hosts: 60, workers: 4))
    #expect(one.map(\.detail) == four.map(\.detail))
    #expect(one.map(\.packets) == four.map(\.packets))
  }

  @Test func connectionsThatWorkAreNone() {
    let found = findings(of: AddressScan.self) { talk in
      for host in 0..<60 as Range<UInt32> { talk.visit(from: 1, on: 1000 + host, port: 443) }
    }
    #expect(found.isEmpty)
  }

  @Test func differentPortsAndDifferentSourcesAreNone() {
    let found = findings(of: AddressScan.self) { talk in
      for host in 0..<60 as Range<UInt32> {
        talk.knock(from: 1, on: 1000 + host, port: UInt16(5000 + host))
        talk.knock(from: 100 + host, on: 2000 + host, port: 22)
      }
    }
    #expect(found.isEmpty)
  }

  @Test func oneHostTriedAgainAndAgainIsNone() {
    let found = findings(of: AddressScan.self) { talk in
      for _ in 0..<100 { talk.knock(from: 1, on: 2, port: 22) }
    }
    #expect(found.isEmpty)
  }
}
