import Findings
import PacketDecoding
import Testing
import TrafficAnalysis

struct ProtocolChangesTests {
  private func paths(_ paths: String...) -> Snapshot {
    capture { snapshot in
      snapshot.protocols = paths.map { ProtocolNode(path: $0, name: $0, packets: 5, bytes: 500) }
    }
  }

  @Test func protocolsAreNewAndGone() {
    #expect(
      told(.protocols, paths("eth", "eth/arp"), paths("eth", "eth/lldp")) == ["+lldp", "-arp"])
    // Another way to the same layer is none.
    #expect(
      told(.protocols, paths("eth", "eth/ip"), paths("eth", "eth/vlan", "eth/vlan/ip"))
        == ["+vlan"])
  }

  @Test func applicationsAreToldOnce() {
    var new = paths("eth", "eth/ssh")
    new.applications = [
      ApplicationSummary(
        protocolName: "ssh", name: "SSH", conversations: 1, packets: 5, bytes: 500)
    ]
    let changes = Comparison(base: paths("eth"), new: new).changes
    #expect(changes.map(\.category) == [.applications])
    #expect(changes.map(\.mark) == ["+ssh"])
  }

  @Test func versionsAndFingerprintsOfTLS() {
    let base = capture { snapshot in
      snapshot.tls.versions = [Tally(name: "TLS 1.3", count: 1)]
      snapshot.tls.ja4 = [Tally(name: "t13", count: 1)]
    }
    let new = capture { snapshot in
      snapshot.tls.versions = [Tally(name: "TLS 1.3", count: 1), Tally(name: "TLS 1.0", count: 1)]
      snapshot.tls.ja3 = [Tally(name: "abc", count: 1)]
    }
    #expect(told(.tls, base, new) == ["+abc", "-t13", "+TLS 1.0"])
  }

  @Test func ja3OfAClientKnownByItsJA4IsNoise() {
    func client(_ ja3: String) -> Snapshot {
      capture { snapshot in
        let address = IPAddress(v4: 1)
        var hello = TLSHandshake(
          time: snapshot.capture.firstPacket!, client: address, clientPort: 1, server: address,
          serverPort: 443, transport: .tcp)
        hello.ja3 = ja3
        hello.ja4 = "t13"
        snapshot.tls.handshakes.rows = [hello]
        snapshot.tls.ja3 = [Tally(name: ja3, count: 1)]
        snapshot.tls.ja4 = [Tally(name: "t13", count: 1)]
      }
    }
    #expect(told(.tls, client("abc"), client("bca")).isEmpty)
    #expect(omitted(client("abc"), client("bca")) == [.shuffledJA3: 2])
  }
}
