import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// What a file may say but no network would.
struct ExtremesTests {
  static let times: [Int64] = [0, .max, .min + 1, -1, 1, .max - 1, .min + 2, .max, 0]

  @Test(arguments: [1, 2, 3])
  func takesTheExtremesOfTime(workers: Int) {
    var traffic = Traffic()
    for time in Self.times {
      traffic.clock = time
      var talk = TCPTalk(traffic: traffic)
      talk.client(.syn, 0)
      for flags in [[.syn, .ack], .ack] as [TCPFlags] {
        talk.traffic.clock = time
        if flags.contains(.syn) { talk.server(flags, 0, 1) } else { talk.client(flags, 1, 1) }
      }
      talk.traffic.clock = time
      talk.client(.ack, 1, 1, payload: Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
      traffic = talk.traffic
      for type in [8, 0] as [UInt8] {
        traffic.clock = time
        let hosts: (UInt32, UInt32) = type == 8 ? (1, 2) : (2, 1)
        traffic.add(Traffic.ipv4(1, from: hosts.0, to: hosts.1, [type, 0, 0, 0, 0, 1, 0, 1]))
      }
      traffic.clock = time
      traffic.add(FragmentsTests.part(1))
    }
    let snapshot = traffic.snapshot(workers: workers)
    #expect(snapshot.capture.packets == UInt64(Self.times.count * 7))
    #expect(snapshot.capture.firstPacket?.nanoseconds == .min + 1)
    #expect(snapshot.capture.lastPacket?.nanoseconds == .max)
    #expect(snapshot.capture.durationNanoseconds == .max)
    #expect(snapshot.capture.timeReversals > 0)
    #expect(snapshot.conversations.rows.allSatisfy { $0.durationNanoseconds >= 0 })
  }

  @Test func takesTheLargestLengths() {
    var talk = TCPTalk()
    talk.open()
    var traffic = talk.traffic
    for packet in talk.traffic.packets + talk.traffic.packets {
      traffic.add(packet.bytes, length: .max)
      // Without a total length the packet lasts to the end of the frame.
      var bytes = packet.bytes
      (bytes[2], bytes[3]) = (0, 0)
      traffic.add(bytes, length: .max)
      traffic.add(bytes, length: 0)
    }
    for linkType in [LinkType.ethernet, .null, .raw, LinkType(rawValue: 147)] {
      traffic.add([], length: .max, linkType: linkType)
      traffic.add([], length: 0, linkType: linkType)
    }
    let snapshot = traffic.snapshot()
    #expect(snapshot.capture.packets == UInt64(traffic.packets.count))
    #expect(snapshot.capture.bytes == traffic.packets.reduce(0) { $0 + UInt64($1.length) })
    #expect(snapshot.capture.accounting.isBalanced)
    #expect(snapshot.packetSizes.last?.packets == 16)
  }

  @Test func countsPacketsWithoutATime() throws {
    var traffic = Traffic()
    for _ in 0..<3 { traffic.udp(from: (1, 40_000), to: (2, 53), hasTime: false) }
    let snapshot = traffic.snapshot()
    #expect(snapshot.capture.packets == 3)
    #expect(snapshot.capture.firstPacket == nil && snapshot.capture.lastPacket == nil)
    #expect(snapshot.capture.durationNanoseconds == 0)
    #expect(snapshot.timeline.packets.isEmpty)
    #expect(snapshot.conversations.rows.first?.packets == 3)
    #expect(snapshot.capture.timeReversals == 0)
  }

  @Test func givesAPacketWithoutATimeThatOfTheOneBefore() throws {
    var traffic = Traffic()
    traffic.udp(from: (1, 40_000), to: (2, 53))
    traffic.udp(from: (3, 40_000), to: (2, 53), hasTime: false)
    traffic.udp(from: (1, 40_000), to: (2, 53))
    let snapshot = traffic.snapshot()
    let row = try #require(snapshot.conversations.rows.first { $0.client == Traffic.address(3) })
    #expect(row.start.nanoseconds == 1_700_000_000_000_000_000)
    #expect(snapshot.timeline.packets.reduce(0, +) == 2)
    #expect(snapshot.capture.timeReversals == 0)
  }

  @Test func countsTimesThatGoBack() {
    var traffic = Traffic()
    for step in [0, 5, -3, 0, 10, -1] as [Int64] {
      traffic.wait(milliseconds: step - 1)
      traffic.udp(from: (1, 40_000), to: (2, 53))
    }
    for workers in [1, 2] {
      #expect(traffic.snapshot(workers: workers).capture.timeReversals == 2)
    }
  }

  @Test func survivesRandomPackets() {
    var random = SeededGenerator(state: 4)
    var talk = TCPTalk()
    talk.open()
    talk.client(.ack, 1, 1, payload: Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
    let seeds =
      talk.traffic.packets.map(\.bytes) + [FragmentsTests.part(0), FragmentsTests.part(2)]
    var traffic = Traffic()
    for _ in 0..<30_000 {
      traffic.clock &+= Int64(truncatingIfNeeded: random.next() >> 30) - 5_000_000_000
      traffic.add(random.mutate(seeds[random.next(below: seeds.count)]))
    }
    let snapshot = traffic.snapshot()
    #expect(snapshot.capture.packets == 30_000)
    #expect(snapshot.capture.accounting.isBalanced)
  }
}
