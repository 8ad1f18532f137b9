import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct AnnouncementStormsTests {
  private func found(_ count: Int, pause: Int64 = 100, asking: UInt32? = nil) -> [Finding] {
    findings(of: AnnouncementStorms.self) { traffic in
      for _ in 0..<count {
        traffic.arp(from: Traffic.adapter(1), claiming: 7, asking: asking)
        traffic.wait(milliseconds: pause)
      }
    }
  }

  @Test func warnsFromAHundredInAMinuteOn() throws {
    let finding = try #require(found(100).first)
    #expect(finding.severity == .warning)
    #expect(finding.subject.text == "02:00:00:00:00:01")
    #expect(found(99).isEmpty)
  }

  @Test func announcementsMayBeManyInTheLongRun() { #expect(found(500, pause: 700).isEmpty) }

  @Test func questionsAreNoAnnouncements() { #expect(found(500, asking: 8).isEmpty) }

  @Test func manyAddressesMayBeAnnouncedAtOnce() {
    let found = findings(of: AnnouncementStorms.self) { traffic in
      for host in 1...200 { traffic.arp(from: Traffic.adapter(1), claiming: UInt32(host)) }
    }
    #expect(found.isEmpty)
  }
}
