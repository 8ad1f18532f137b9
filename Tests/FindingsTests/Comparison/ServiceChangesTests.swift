import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import Wording

struct ServiceChangesTests {
  private func services(_ services: Service...) -> Snapshot {
    capture { $0.services.rows = services }
  }

  @Test func servicesAreNewAndGone() {
    let (base, new) = (services(service(22), service(443)), services(service(443), service(80)))
    #expect(told(.services, base, new) == ["+80/tcp", "-22/tcp"])
  }

  @Test func countOnlyWhereSomebodyAnswered() {
    let probed = services(service(22, established: 0, failed: 9))
    #expect(told(.services, capture(), probed).isEmpty)
    // A service that no longer answers is gone, though it is still asked.
    #expect(told(.services, services(service(22)), probed) == ["-22/tcp"])
  }

  @Test func ephemeralPortsAreNoise() {
    #expect(told(.services, capture(), services(service(32_768))).isEmpty)
    #expect(omitted(capture(), services(service(32_768))) == [.ephemeralPorts: 1])
    #expect(told(.services, capture(), services(service(32_767))) == ["+32767/tcp"])
    // Without a handshake, who is the server is a guess.
    #expect(told(.services, capture(), services(service(20_000, "UDP"))).isEmpty)
    let known = services(service(20_000, "UDP", application: "sip"), service(123, "UDP"))
    #expect(told(.services, capture(), known) == ["+123/udp", "+20000/udp"])
  }

  @Test func otherApplicationOnAPortIsAChange() throws {
    let base = services(service(443, application: "tls"))
    let new = services(service(443, application: "ssh"))
    let change = try #require(Comparison(base: base, new: new).changes(in: .services).first)
    #expect(change.mark == "~443/tcp")
    #expect(change.before == .text("tls") && change.after == .text("ssh"))
    #expect(told(.services, base, services(service(443))).isEmpty)
  }

  /// A capture in which these private or public servers answer on port 22.
  private func servers(_ addresses: UInt32...) -> Snapshot {
    capture { snapshot in
      snapshot.services.rows = [service(22)]
      snapshot.observations.services = addresses.map { address in
        var health = ServiceHealth(server: IPAddress(v4: address), port: 22)
        health.connections = 3
        health.established = 3
        return health
      }
    }
  }

  @Test func privateServersAreToldApart() {
    #expect(
      told(.services, servers(0x0A00_0001), servers(0x0A00_0001, 0x0A00_0002))
        == ["+10.0.0.2:22/tcp"])
    #expect(
      told(.services, servers(0x0808_0808), servers(0x0808_0808, 0x0808_0404)).isEmpty)
    // Where the whole port is new, that says it.
    #expect(told(.services, capture(), servers(0x0A00_0001)) == ["+22/tcp"])
  }
}
