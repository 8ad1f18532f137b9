import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct RTPStreamsTests {
  static func packet(
    _ sequence: UInt16, type: UInt8 = 0, timestamp: UInt32? = nil, source: UInt32 = 0xABCD
  ) -> [UInt8] {
    var bytes: [UInt8] = [0x80, type]
    bytes.appendNetwork(sequence)
    bytes.appendNetwork(timestamp ?? UInt32(sequence) * 160)
    bytes.appendNetwork(source)
    return bytes + [UInt8](repeating: 0xD5, count: 160)
  }

  /// Packets of 20 ms each that come as they should.
  static func send(_ sequences: [UInt16], type: UInt8 = 0, to traffic: inout Traffic) {
    for sequence in sequences {
      traffic.udp(from: (1, 4000), to: (2, 5000), packet(sequence, type: type))
      traffic.wait(milliseconds: 19)
    }
  }

  @Test func followsAStreamThatNobodyAnnounced() throws {
    let snapshot = Traffic.snapshot { Self.send([10, 11, 12, 13, 15, 14, 16, 16, 20], to: &$0) }
    let stream = try #require(snapshot.rtpStreams.rows.first)
    #expect(snapshot.rtpStreams.total == 1)
    // The first two only made sure.
    #expect(stream.packets == 7 && stream.expected == 9)
    #expect(stream.outOfOrder == 1 && stream.duplicates == 1 && stream.lost == 3)
    #expect(stream.codecs == ["PCMU"] && stream.synchronizationSourceText == "0x0000ABCD")
    #expect(snapshot.recentPackets.last?.info == "PT=PCMU, SSRC=0x0000ABCD")
    #expect(snapshot.conversations.rows[0].application == "rtp")
  }

  @Test func takesTwoPacketsInARowForNothing() {
    let snapshot = Traffic.snapshot { Self.send([1, 2, 9, 10, 30, 31, 50, 51, 70], to: &$0) }
    #expect(snapshot.rtpStreams.rows.isEmpty)
  }

  @Test func measuresJitter() throws {
    let snapshot = Traffic.snapshot { traffic in
      for sequence in 0..<200 as Range<UInt16> {
        traffic.udp(from: (1, 4000), to: (2, 5000), Self.packet(sequence))
        // Every other packet comes 8 ms late.
        traffic.wait(milliseconds: sequence % 2 == 0 ? 27 : 11)
      }
    }
    let stream = try #require(snapshot.rtpStreams.rows.first)
    let jitter = try #require(stream.jitterNanoseconds)
    // The estimator goes against the difference of 8 ms from below.
    #expect((6_000_000..<8_000_000).contains(jitter))
    #expect((7_900_000...8_000_000).contains(try #require(stream.maximumJitterNanoseconds)))
  }

  @Test func countsOnBehindAJumpAndARollover() throws {
    let snapshot = Traffic.snapshot {
      Self.send([65_530, 65_531, 65_532, 65_535, 0, 1, 30_000, 30_001], to: &$0)
    }
    let stream = try #require(snapshot.rtpStreams.rows.first)
    #expect(stream.packets == 6 && stream.expected == 8 && stream.lost == 2)
  }

  static let offer =
    "v=0\r\nm=audio 4000 RTP/AVP 96\r\na=rtpmap:96 opus/48000\r\na=rtcp:4001\r\n"

  static func announce(_ traffic: inout Traffic) {
    let message =
      "INVITE sip:b SIP/2.0\r\nCall-ID: 1\r\nTo: b\r\nContent-Type: application/sdp\r\n"
      + "Content-Length: \(offer.utf8.count)\r\n\r\n\(offer)"
    traffic.udp(from: (1, 5060), to: (2, 5060), Array(message.utf8))
  }

  @Test(arguments: [1, 3])
  func knowsAnnouncedStreamsAtOnce(workers: Int) throws {
    var traffic = Traffic()
    Self.announce(&traffic)
    Self.send([1, 3], type: 96, to: &traffic)
    traffic.udp(from: (1, 4001), to: (2, 5001), [0x80, 201, 0, 1, 0, 0, 0xAB, 0xCD])
    traffic.udp(from: (3, 4000), to: (4, 5000), Self.packet(1))
    let snapshot = traffic.snapshot(workers: workers)
    let stream = try #require(snapshot.rtpStreams.rows.first)
    #expect(stream.packets == 2 && stream.lost == 1 && stream.codecs == ["opus"])
    #expect(stream.jitterNanoseconds != nil)
    let counts = Dictionary(
      uniqueKeysWithValues: snapshot.protocols.map { ($0.path, $0.packets) })
    #expect(counts["raw/ip/udp/rtp"] == 2 && counts["raw/ip/udp/rtcp"] == 1)
    #expect(counts["raw/ip/udp/sip"] == 1)
  }

  @Test func tellsApartWhatSharesPorts() {
    let stun: [UInt8] = [0, 1, 0, 0, 0x21, 0x12, 0xA4, 0x42] + [UInt8](repeating: 7, count: 12)
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 4000), to: (2, 5000), stun)
      Self.send([1, 2, 3, 4], to: &traffic)
      traffic.udp(from: (1, 4000), to: (2, 5000), [0x80, 200, 0, 1, 0, 0, 0xAB, 0xCD])
      traffic.udp(from: (1, 4000), to: (2, 5000), stun)
      traffic.udp(from: (1, 4000), to: (2, 5000), [0xFF, 1, 2, 3])
    }
    let counts = Dictionary(
      uniqueKeysWithValues: snapshot.protocols.map { ($0.path, $0.packets) })
    #expect(counts["raw/ip/udp/stun"] == 2 && counts["raw/ip/udp/rtcp"] == 1)
    #expect(counts["raw/ip/udp/rtp"] == 2 && counts["raw/ip/udp"] == 8)
  }

  /// Channels are known only where messages went before.
  @Test func knowsChannelsBehindMessages() {
    let stun: [UInt8] = [0, 1, 0, 0, 0x21, 0x12, 0xA4, 0x42] + [UInt8](repeating: 7, count: 12)
    let channels: [[UInt8]] = [
      [0x40, 0, 0, 4, 1, 2, 3, 4], [0xFF, 0x10, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8],
    ]
    let snapshot = Traffic.snapshot { traffic in
      for channel in channels { traffic.udp(from: (1, 4000), to: (2, 5000), channel) }
      traffic.udp(from: (1, 4000), to: (2, 5000), stun)
      for channel in channels { traffic.udp(from: (1, 4000), to: (2, 5000), channel) }
    }
    #expect(snapshot.protocols.first { $0.path == "raw/ip/udp/stun" }?.packets == 3)
  }

  @Test func recognizesSTUNBehindManyOthers() {
    let stun: [UInt8] = [0, 1, 0, 0, 0x21, 0x12, 0xA4, 0x42] + [UInt8](repeating: 7, count: 12)
    let snapshot = Traffic.snapshot { traffic in
      for _ in 0..<20 { traffic.udp(from: (1, 4000), to: (2, 5000)) }
      traffic.udp(from: (1, 4000), to: (2, 5000), stun)
    }
    #expect(snapshot.protocols.contains { $0.path == "raw/ip/udp/stun" })
  }
}
