import Findings
import Testing
import TrafficAnalysis
import TrafficSupport

struct PortScanTests {
  private func scan(ports: UInt16, milliseconds: Int64 = 10) -> [Finding] {
    findings(of: PortScan.self) { talk in
      for port in 1..<ports + 1 {
        talk.refuse(from: 1, on: 2, port: port)
        talk.traffic.wait(milliseconds: milliseconds)
      }
    }
  }

  @Test func twentyFivePortsOfAHostAreAScan() throws {
    let finding = try #require(scan(ports: 25).first)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2")
    #expect(finding.measured == 25)
    #expect(finding.firstPacket == 1)
    #expect(scan(ports: 24).isEmpty)
  }

  @Test func theyHaveToBeTriedWithinFiveMinutes() {
    #expect(scan(ports: 40, milliseconds: 13_000).isEmpty)
  }

  @Test func manyClientsOfManyPortsAreNone() {
    let found = findings(of: PortScan.self) { talk in
      for port in 1..<60 as Range<UInt16> {
        talk.refuse(from: 100 + UInt32(port), on: 2, port: port)
      }
    }
    #expect(found.isEmpty)
  }

  @Test func theSampleIsOne() throws {
    let context = FindingContext(try sampleSnapshot("portscan.pcap"))
    #expect(PortScan.findings(in: context).count == 1)
    #expect(ServiceUnanswered.findings(in: context).isEmpty)
    #expect(ServiceRefused.findings(in: context).isEmpty)
    #expect(StealthProbes.findings(in: context).count == 1)
    #expect(ARPScan.findings(in: context).count == 1)
    #expect(SYNFlood.findings(in: context).isEmpty)
  }
}
