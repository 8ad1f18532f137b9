import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct RivalRoutersTests {
  private struct Router {
    var adapter: UInt64
    var prefix: UInt64
    var lifetime: UInt16 = 1800
    var times = 2
    var vlan: UInt16?
  }

  private func found(_ routers: Router...) -> [Finding] {
    findings(of: RivalRouters.self) { traffic in
      for turn in 0..<4 {
        for router in routers where turn < router.times {
          traffic.neighbor(
            134, from: Traffic.adapter(router.adapter),
            IPAddress(high: 0xFE80_0000_0000_0000, low: router.adapter),
            to: IPAddress(high: 0xFF02_0000_0000_0000, low: 1), vlan: router.vlan,
            Self.body(router))
        }
      }
    }
  }

  private static func body(_ router: Router) -> [UInt8] {
    var bytes: [UInt8] = [64, 0]
    bytes.appendNetwork(router.lifetime)
    bytes += [0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 64, 0xC0]
    bytes.appendNetwork(UInt32(86_400))
    bytes.appendNetwork(UInt64(3600))
    bytes.appendNetwork(router.prefix)
    bytes.appendNetwork(UInt64(0))
    return bytes
  }

  private static let home: UInt64 = 0x2001_0DB8_0001_0000
  private static let other: UInt64 = 0x2001_0DB8_0002_0000

  @Test func notesRoutersWithPrefixesOfTheirOwn() throws {
    let one = Router(adapter: 1, prefix: Self.home)
    let finding = try #require(found(one, Router(adapter: 2, prefix: Self.other)).first)
    #expect(finding.severity == .note)
    #expect(finding.detail.text.contains("02:00:00:00:00:02 2001:db8:2::/64"))
    #expect(finding.packets == [1, 2, 3, 4])
    #expect(found(one, Router(adapter: 2, prefix: Self.home)).isEmpty)
  }

  @Test func warnsOfSharedConnectionsAndOfMany() throws {
    let one = Router(adapter: 1, prefix: Self.home)
    let sharing = Router(adapter: 2, prefix: 0x2002_C000_0201_0000)
    #expect(try #require(found(one, sharing).first).severity == .warning)
    let many = (2...5).map { Router(adapter: $0, prefix: Self.other | $0) }
    #expect(try #require(found(one, many[0], many[1], many[2]).first).severity == .note)
    #expect(
      try #require(found(one, many[0], many[1], many[2], many[3]).first).severity == .warning)
  }

  @Test func sparesOthers() {
    let one = Router(adapter: 1, prefix: Self.home)
    // A border router of things, which is no default router.
    #expect(found(one, Router(adapter: 2, prefix: Self.other, lifetime: 0)).isEmpty)
    #expect(found(one, Router(adapter: 2, prefix: Self.other, times: 1)).isEmpty)
    #expect(found(one, Router(adapter: 2, prefix: Self.other, vlan: 7)).isEmpty)
  }
}
