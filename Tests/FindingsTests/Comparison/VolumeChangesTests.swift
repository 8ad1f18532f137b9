import Findings
import Testing
import TrafficAnalysis

struct VolumeChangesTests {
  private func bytes(_ bytes: UInt64, seconds: Double = 10) -> Snapshot {
    capture(seconds: seconds) { $0.capture.bytes = bytes }
  }

  @Test func differByAFactorAndBytes() {
    #expect(told(.volume, bytes(100_000), bytes(150_000)) == ["~All traffic"])
    #expect(told(.volume, bytes(100_000), bytes(149_999)).isEmpty)
    #expect(told(.volume, bytes(150_000), bytes(100_000)) == ["~All traffic"])
    #expect(told(.volume, bytes(1_000), bytes(10_999)).isEmpty)
    #expect(told(.volume, bytes(1_000), bytes(11_000)) == ["~All traffic"])
  }

  @Test func areRatesWhereOneLastsLonger() throws {
    let (base, new) = (bytes(100_000), bytes(500_000, seconds: 50))
    #expect(Comparison(base: base, new: new).volumeBasis == .rates)
    #expect(told(.volume, base, new).isEmpty)
    let change = try #require(
      Comparison(base: base, new: bytes(1_000_000, seconds: 50)).changes(in: .volume).first)
    #expect(change.unit == .bytesPerSecond)
    #expect(change.before == .number(10_000) && change.after == .number(20_000))
    #expect(Comparison(base: base, new: bytes(100_000, seconds: 12.5)).volumeBasis == .totals)
  }

  @Test func areNotComparedWithAMoment() {
    let moment = bytes(100_000, seconds: 0.5)
    #expect(Comparison(base: moment, new: bytes(1_000_000)).volumeBasis == .none)
    #expect(told(.volume, moment, bytes(1_000_000)).isEmpty)
  }

  @Test func ofHostsServicesApplicationsAndNames() {
    func busy(_ bytes: UInt64) -> Snapshot {
      capture { snapshot in
        snapshot.hosts.rows = [host(0x0A00_0001, bytes: bytes)]
        snapshot.services.rows = [service(443, bytes: bytes), service(40_000, bytes: bytes)]
        snapshot.applications = [
          ApplicationSummary(
            protocolName: "tls", name: "TLS", conversations: 1, packets: 1, bytes: bytes)
        ]
        snapshot.tls.serverNames.rows = [
          TLSServerName(name: "a.example", clientHellos: 1, bytes: bytes)
        ]
      }
    }
    #expect(
      told(.volume, busy(100_000), busy(200_000))
        == ["~10.0.0.1", "~443/tcp", "~a.example", "~tls"])
  }
}
