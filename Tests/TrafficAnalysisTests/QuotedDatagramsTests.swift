import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// What an ICMP error quotes is named as it would be by itself, and counts nowhere else.
struct QuotedDatagramsTests {
  static let request: [UInt8] = [0, 1, 0, 0, 0x21, 0x12, 0xA4, 0x42] + .pattern(12)
  static let channelData: [UInt8] = [0x40, 1, 0, 4, 1, 2, 3, 4]

  /// "Port unreachable" from host 2 unless `router` says so, about what host 1 sent to it.
  static func error(
    about ipProtocol: UInt8, _ quoted: [UInt8], from router: UInt32 = 2
  ) -> [UInt8] {
    let quote = Traffic.ipv4(ipProtocol, from: 1, to: 2, quoted)
    return Traffic.ipv4(1, from: router, to: 1, [3, 3, 0, 0, 0, 0, 0, 0] + quote)
  }

  static func datagram(from source: UInt16, to target: UInt16, _ payload: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in [source, target, UInt16(8 + payload.count), 0] { bytes.appendNetwork(value) }
    return bytes + payload
  }

  static func segment(from source: UInt16, to target: UInt16, _ payload: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendNetwork(source)
    bytes.appendNetwork(target)
    return bytes + [0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x18, 1, 0, 0, 0, 0, 0] + payload
  }

  static func deepest(_ build: (inout Traffic) -> Void) -> String? {
    Traffic.snapshot(build).protocols.map(\.path).filter { $0.hasPrefix("raw/ip/icmp") }.last
  }

  @Test func areNamedByTheirPort() {
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(Self.error(about: 17, Self.datagram(from: 40_000, to: 161, [0x30, 2, 2, 0])))
    }
    #expect(snapshot.protocols.contains { $0.path == "raw/ip/icmp/ip/udp/snmp" })
    #expect(snapshot.conversations.total == 1)
    #expect(snapshot.applications.isEmpty)
  }

  @Test func areNamedByTheirContent() {
    #expect(
      Self.deepest {
        $0.add(Self.error(about: 17, Self.datagram(from: 4000, to: 5000, Self.request)))
      } == "raw/ip/icmp/ip/udp/stun")
    #expect(
      Self.deepest {
        $0.add(Self.error(about: 17, Self.datagram(from: 4000, to: 5000, .pattern(20))))
      } == "raw/ip/icmp/ip/udp")
  }

  @Test func areNamedByTheirFlow() {
    let data = Self.datagram(from: 4000, to: 5000, Self.channelData)
    #expect(
      Self.deepest { traffic in
        traffic.udp(from: (1, 4000), to: (2, 5000), Self.request)
        traffic.add(Self.error(about: 17, data))
      } == "raw/ip/icmp/ip/udp/stun")
    #expect(Self.deepest { $0.add(Self.error(about: 17, data)) } == "raw/ip/icmp/ip/udp")
  }

  /// The flow of a router's error may be followed by another worker.
  @Test func areNamedAlikeByAnyNumberOfWorkers() {
    var traffic = Traffic()
    for router in 2..<12 as Range<UInt32> {
      traffic.udp(from: (1, 4000), to: (2, 5000), Self.request)
      let data = Self.datagram(from: 4000, to: 5000, Self.channelData)
      traffic.add(Self.error(about: 17, data, from: router))
    }
    let one = traffic.snapshot()
    let named = one.protocols.first { $0.path == "raw/ip/icmp/ip/udp/stun" }
    #expect(named?.packets == 1)
    for workers in [2, 3, 5] {
      #expect(traffic.snapshot(workers: workers).difference(from: one) == nil)
    }
  }

  @Test func ofTCPAreNamedByContentAndPort() {
    let get = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    #expect(
      Self.deepest { $0.add(Self.error(about: 6, Self.segment(from: 40_000, to: 80, get))) }
        == "raw/ip/icmp/ip/tcp/http")
    #expect(
      Self.deepest {
        $0.add(Self.error(about: 6, Self.segment(from: 22, to: 40_000, .pattern(40))))
      } == "raw/ip/icmp/ip/tcp/ssh")
    #expect(
      Self.deepest { $0.add(Self.error(about: 6, Self.segment(from: 40_000, to: 22, []))) }
        == "raw/ip/icmp/ip/tcp")
  }
}
