import CaptureFormats
import Findings
import TestSupport
import Testing
import TrafficSupport

struct ARPScanTests {
  /// Requests of one adapter for different addresses, under `sender` or what it gives.
  private func ask(
    _ count: UInt32, milliseconds: Int64 = 10, workers: Int = 1,
    sender: (UInt32) -> UInt32 = { _ in 1 }, _ more: (inout Traffic) -> Void = { _ in }
  ) -> [Finding] {
    var traffic = Traffic()
    more(&traffic)
    for number in 0..<count {
      traffic.add(Self.request(from: sender(number), for: 1000 + number), linkType: .ethernet)
      traffic.wait(milliseconds: milliseconds)
    }
    return findings(of: ARPScan.self, workers: workers, traffic: traffic)
  }

  private static func request(from sender: UInt32, for target: UInt32, adapter: UInt8 = 1)
    -> [UInt8]
  {
    var frame: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2, 0, 0, 0, 0, adapter, 8, 6]
    frame += [0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, adapter]
    frame.appendNetwork(0x0A00_0000 | sender)
    frame += [0, 0, 0, 0, 0, 0]
    frame.appendNetwork(0x0A00_0000 | target)
    return frame
  }

  /// Packets of different hosts by the adapter that asks.
  private static func passOn(_ hosts: UInt32) -> (inout Traffic) -> Void {
    { traffic in
      for host in 0..<hosts {
        let frame: [UInt8] = [2, 0, 0, 0, 0, 9, 2, 0, 0, 0, 0, 1, 8, 0]
        traffic.add(
          frame + Traffic.ipv4(17, from: 500 + host, to: 1, [0, 7, 0, 7, 0, 8, 0, 0]),
          linkType: .ethernet)
      }
    }
  }

  @Test func twentyFiveAddressesInAMinuteAreAScan() throws {
    let finding = try #require(ask(25).first)
    #expect(finding.subject.text == "02:00:00:00:00:01")
    #expect(finding.measured == 25)
    #expect(finding.firstPacket == 1)
    #expect(ask(24).isEmpty)
    #expect(ask(25, workers: 4).count == 1)
  }

  @Test func theyHaveToBeAskedForWithinAMinute() {
    #expect(ask(60, milliseconds: 2300).count == 1)
    #expect(ask(60, milliseconds: 2500).isEmpty)
  }

  @Test func theSameAddressesAgainAreNone() {
    var traffic = Traffic()
    for number in 0..<500 as Range<UInt32> {
      traffic.add(Self.request(from: 1, for: 1000 + number % 24), linkType: .ethernet)
    }
    #expect(findings(of: ARPScan.self, traffic: traffic).isEmpty)
  }

  @Test func routersAskForMany() {
    #expect(ask(60, sender: { $0 % 2 }).isEmpty)
    #expect(ask(60, Self.passOn(3)).isEmpty)
    #expect(ask(60, workers: 4, Self.passOn(3)).isEmpty)
    #expect(ask(60, Self.passOn(2)).count == 1)
  }

  @Test func whoIsAskedForByManyIsARouter() {
    let asking = { (adapters: UInt8) in
      { (traffic: inout Traffic) in
        for adapter in 2..<2 + adapters {
          let bytes = Self.request(from: UInt32(adapter), for: 1, adapter: adapter)
          traffic.add(bytes, linkType: .ethernet)
        }
      }
    }
    #expect(ask(60, asking(3)).isEmpty)
    #expect(ask(60, asking(2)).count == 1)
  }

  @Test func probesForOnesOwnAddressAreNone() {
    #expect(ask(60, sender: { 1000 + $0 }).isEmpty)
  }
}
