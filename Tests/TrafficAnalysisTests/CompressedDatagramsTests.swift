import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// Payloads that IPComp compressed (RFC 3173) count as what they stand for.
struct CompressedDatagramsTests {
  /// A datagram of 228 bytes from 10.0.0.1:40000 to 10.0.0.2:9999, by zlib.
  static let tunnelled: Bytes = """
    73656078c200040e820c0c5c0c0c8c40cc34c7419d9fe102c3b00100
    """
  /// The UDP of it alone.
  static let transported: Bytes = "9be3a0cecf708161d80000"
  /// 65,536 zeros.
  static let tooMuch = Bytes(
    [0xED, 0xC1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A]
      + [UInt8](repeating: 0, count: 63) + [0x6A])

  static func packet(
    _ next: UInt8, _ payload: Bytes, from source: UInt32 = 8, to target: UInt32 = 9
  ) -> [UInt8] {
    Traffic.ipv4(108, from: source, to: target, [next, 0, 0xEE, 0xD1] + payload.array)
  }

  static func counts(_ snapshot: Snapshot) -> [String: UInt64] {
    Dictionary(uniqueKeysWithValues: snapshot.protocols.map { ($0.path, $0.packets) })
  }

  @Test func countAsTheDatagramInThem() throws {
    let snapshot = Traffic.snapshot { $0.add(Self.packet(4, Self.tunnelled)) }
    #expect(Self.counts(snapshot)["raw/ip/ipcomp/ip/udp"] == 1)
    let row = try #require(snapshot.conversations.rows.first)
    #expect(snapshot.conversations.total == 1)
    #expect(row.client == Traffic.address(1) && row.clientPort == 40_000 && row.serverPort == 9999)
    #expect(row.packetsToServer == 1 && row.bytesToServer == 52)
    #expect(row.fragmentsToServer == 0)
    #expect(snapshot.capture.accounting.decoded == 1)
  }

  @Test func countAsTheTransportInThem() throws {
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(Self.packet(17, Self.transported))
      traffic.add(Self.packet(17, Self.transported, from: 9, to: 8))
    }
    #expect(Self.counts(snapshot)["raw/ip/ipcomp/udp"] == 2)
    #expect(snapshot.conversations.rows.map(\.transport) == ["UDP", "UDP"])
    #expect(snapshot.conversations.rows.allSatisfy { $0.client.description.hasPrefix("10.0.0.") })
  }

  /// Cut short, no DEFLATE, not at its end, and more than a datagram holds.
  @Test(arguments: [tunnelled.prefix(27), "0102 0304", "", tooMuch] as [Bytes])
  func stayWhatTheyAreIfTheyCannotBeInflated(payload: Bytes) throws {
    let snapshot = Traffic.snapshot { $0.add(Self.packet(4, payload)) }
    #expect(snapshot.protocols.last?.path == "raw/ip/ipcomp")
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.client == Traffic.address(8) && row.packetsToServer == 1)
    #expect(snapshot.capture.accounting.decoded == 1)
  }

  @Test func stayWhatTheyAreWhereTheCaptureEnds() {
    let whole = Self.packet(4, Self.tunnelled)
    let snapshot = Traffic.snapshot {
      $0.add(Array(whole.dropLast()), length: UInt32(whole.count))
    }
    #expect(snapshot.protocols.last?.path == "raw/ip/ipcomp")
  }

  @Test func areInflatedWhenTheirFragmentsAreThere() throws {
    let payload = Array(Self.packet(4, Self.tunnelled).dropFirst(20))
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(
        Traffic.ipv4(
          108, from: 8, to: 9, Array(payload.prefix(16)), identification: 5, fragment: 0x2000))
      traffic.add(
        Traffic.ipv4(
          108, from: 8, to: 9, Array(payload.dropFirst(16)), identification: 5, fragment: 2))
    }
    #expect(Self.counts(snapshot)["raw/ip/ipcomp/ip/udp"] == 1)
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.packetsToServer == 1 && row.fragmentsToServer == 1)
  }

  @Test func giveTheSameWithSeveralWorkers() {
    var traffic = Traffic()
    for _ in 0..<3 { traffic.add(Self.packet(4, Self.tunnelled)) }
    traffic.add(Self.packet(4, "0102"))
    traffic.udp(from: (1, 40_000), to: (2, 9999))
    let one = traffic.snapshot()
    #expect(one.capture.packets == 5)
    for workers in [2, 3, 5] {
      #expect(traffic.snapshot(workers: workers).difference(from: one) == nil)
    }
  }
}
