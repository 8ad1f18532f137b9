import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// What a datagram is, where its ports alone do not say it.
struct DatagramsTests {
  /// RFC 1350 section 4: the server answers from a port of its own.
  @Test func followsATransferToThePortOfTheServer() {
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 40_000), to: (2, 69), [0, 1, 97, 0] + Array("octet".utf8) + [0])
      traffic.udp(from: (2, 50_000), to: (1, 40_000), [0, 3, 0, 1] + .pattern(512))
      traffic.udp(from: (1, 40_000), to: (2, 50_000), [0, 4, 0, 1])
      traffic.udp(from: (2, 50_001), to: (1, 40_001), [0, 3, 0, 1])
    }
    #expect(snapshot.protocols.first { $0.path == "raw/ip/udp/tftp" }?.packets == 3)
  }

  /// RFC 3948: the same ports carry keys, packets and what keeps a mapping alive.
  @Test func tellsWhatIPsecPutsOnItsPort() {
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 4500), to: (2, 4500), [0, 0, 0, 0] + .pattern(40))
      traffic.udp(from: (1, 4500), to: (2, 4500), [1, 2, 3, 4] + .pattern(40))
      traffic.udp(from: (1, 4500), to: (2, 4500), [0xFF])
    }
    let counts = snapshot.protocols.filter { $0.path.hasPrefix("raw/ip/udp") }
      .map { "\($0.path) \($0.packets)" }.sorted()
    #expect(
      counts == [
        "raw/ip/udp 3", "raw/ip/udp/udpencap 3", "raw/ip/udp/udpencap/esp 1",
        "raw/ip/udp/udpencap/isakmp 1",
      ])
    #expect(snapshot.conversations.rows.first?.application == "isakmp")
  }

  /// What the protocol of the lower port cannot be is asked of the higher one's.
  @Test func isOfTheOtherPortWhereTheLowerOneDoesNotTakeIt() {
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 161), to: (2, 546), [7, 1, 2, 3, 0, 8, 0, 2, 0, 0])
      traffic.udp(from: (3, 161), to: (2, 546), [0x30, 3, 2, 1, 0])
    }
    #expect(snapshot.protocols.first { $0.path == "raw/ip/udp/dhcpv6" }?.packets == 1)
    #expect(snapshot.protocols.first { $0.path == "raw/ip/udp/snmp" }?.packets == 1)
  }

  /// The layers of a tunnel are not asked what application they are.
  @Test func leavesWhatATunnelCarriesAlone() {
    var frame: [UInt8] = [8, 0, 0, 0, 0, 0, 1, 0] + .pattern(12) + [0x08, 0x06]
    frame += [UInt8](repeating: 0, count: 28)
    let snapshot = Traffic.snapshot { $0.udp(from: (1, 40_000), to: (2, 4789), frame) }
    #expect(snapshot.protocols.last?.path == "raw/ip/udp/vxlan/eth/arp")
    #expect(snapshot.conversations.rows.first?.application == nil)
  }

  @Test func takesWireGuardByItsForm() {
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 40_000), to: (2, 50_000), [4, 0, 0, 0] + .pattern(60))
      traffic.udp(from: (3, 40_000), to: (4, 50_000), [4, 0, 0, 1] + .pattern(60))
    }
    #expect(snapshot.protocols.first { $0.path == "raw/ip/udp/wg" }?.packets == 1)
  }
}
