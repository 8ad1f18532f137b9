import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis

/// Fragments of datagrams, in and out of order, complete and not.
struct FragmentsTests {
  /// A datagram of 48 bytes from port 40000 to port 9999, in parts of 16.
  static let datagram: [UInt8] = {
    var bytes: [UInt8] = []
    bytes.appendNetwork(40_000 as UInt16)
    bytes.appendNetwork(9_999 as UInt16)
    bytes.appendNetwork(48 as UInt16)
    return bytes + [UInt8](repeating: 0, count: 42)
  }()

  static func part(_ number: Int, identification: UInt16 = 1) -> [UInt8] {
    Traffic.ipv4(
      17, from: 1, to: 2, Array(datagram[number * 16..<number * 16 + 16]),
      identification: identification, fragment: UInt16(number * 2) | (number < 2 ? 0x2000 : 0))
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0], [0, 2, 1], [2, 0, 1]])
  func countsADatagramOnceWhateverTheOrder(order: [Int]) throws {
    let snapshot = Traffic.snapshot { traffic in
      for number in order { traffic.add(Self.part(number)) }
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(snapshot.conversations.total == 1)
    #expect(row.clientPort == 40_000 && row.serverPort == 9_999)
    #expect(row.packetsToServer == 1)
    #expect(row.fragmentsToServer == 2)
    #expect(row.bytesToServer == 108)
    #expect(snapshot.capture.packets == 3)
    let udp = snapshot.protocols.first { $0.path == "raw/ip/udp" }
    #expect(udp?.packets == 1)
    #expect(snapshot.protocols.first { $0.path == "raw/ip" }?.packets == 3)
  }

  @Test func keepsFragmentsWithoutTheirFirstApart() throws {
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(Self.part(1))
      traffic.add(Self.part(2))
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(snapshot.conversations.total == 1)
    #expect(row.transport == "UDP fragment")
    #expect(row.serverPort == nil)
    #expect(row.packetsToServer == 0 && row.fragmentsToServer == 2 && row.bytesToServer == 72)
  }

  @Test func givesADatagramUpAfterThirtySeconds() throws {
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(Self.part(1))
      traffic.wait(milliseconds: 31_000)
      traffic.add(Self.part(0))
      traffic.add(Self.part(2))
    }
    #expect(snapshot.conversations.total == 2)
    #expect(snapshot.conversations.rows.map(\.transport).sorted() == ["UDP", "UDP fragment"])
    #expect(snapshot.conversations.rows.map(\.packets).reduce(0, +) == 0)
  }

  @Test func takesAFragmentThatIsSentTwice() throws {
    let snapshot = Traffic.snapshot { traffic in
      for number in [0, 0, 1, 1, 2] { traffic.add(Self.part(number)) }
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.packets == 1)
    #expect(row.bytes == 180)
  }

  @Test func followsManyDatagramsAtOnce() {
    let snapshot = Traffic.snapshot { traffic in
      for number in [2, 0, 1] {
        for identification in 0..<20_000 as Range<UInt16> {
          traffic.add(Self.part(number, identification: identification))
        }
        traffic.clock = 1_700_000_000_000_000_000
      }
    }
    #expect(snapshot.capture.packets == 60_000)
    let bytes = snapshot.conversations.rows.map(\.bytes).reduce(0, +)
    #expect(bytes == 60_000 * 36)
  }

  @Test func survivesAnyPartsInAnyOrder() {
    var random = SeededGenerator(state: 2)
    let snapshot = Traffic.snapshot { traffic in
      for _ in 0..<20_000 {
        traffic.add(
          Traffic.ipv4(
            17, from: 1, to: 2, .pattern(random.next(below: 40)),
            identification: UInt16(random.next(below: 5)),
            fragment: UInt16(truncatingIfNeeded: random.next()) & 0x3FFF))
      }
    }
    #expect(snapshot.capture.packets == 20_000)
    #expect(snapshot.capture.accounting.isBalanced)
  }
}
