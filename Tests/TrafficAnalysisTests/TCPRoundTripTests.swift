import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// Round trips, by tcptrace's rules.
struct TCPRoundTripTests {
  /// Round trips of the client's segments, beginning with 1 ms of the SYN.
  static func trips(_ build: (inout TCPTalk) -> Void) throws -> RoundTrips {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      build(&$0)
    }
    return try #require(snapshot.conversations.rows.first?.tcp?.toServer.roundTrips)
  }

  @Test func measuresFromASegmentToTheACKOfItsEnd() throws {
    let trips = try Self.trips {
      $0.client(.ack, 1, 1, length: 100)
      $0.traffic.wait(milliseconds: 8)
      $0.server(.ack, 1, 101)
      $0.client(.ack, 101, 1, length: 100)
      $0.traffic.wait(milliseconds: 1)
      $0.server(.ack, 1, 201, length: 10)
    }
    #expect(trips.count == 3 && trips.minimum == 1_000_000 && trips.maximum == 9_000_000)
    #expect(trips.mean == 4_000_000 && trips.deviation == 4_358_899)
  }

  @Test func measuresOnlyTheSegmentWhoseEndIsAcknowledged() throws {
    let trips = try Self.trips {
      for sequence in [1, 101, 201] as [UInt32] { $0.client(.ack, sequence, 1, length: 100) }
      $0.server(.ack, 1, 201)
      $0.server(.ack, 1, 250)
      $0.server(.ack, 1, 301)
    }
    #expect(trips.count == 3)
    #expect(trips.maximum == 3_000_000)
  }

  @Test func measuresNothingThatWasSentTwice() throws {
    let trips = try Self.trips {
      $0.client(.ack, 1, 1, length: 100)
      $0.traffic.wait(milliseconds: 300)
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 101)
    }
    #expect(trips.count == 1)
  }

  @Test func measuresNothingBehindWhichAnEarlierOneWasSentAgain() throws {
    let trips = try Self.trips {
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 101, 1, length: 100)
      $0.traffic.wait(milliseconds: 300)
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 201, 1, length: 100)
      $0.server(.ack, 1, 201)
      $0.server(.ack, 1, 301)
    }
    #expect(trips.count == 2 && trips.maximum == 2_000_000)
  }

  @Test func measuresTheACKOfAFINButNotAsData() throws {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 101)
      $0.client([.fin, .ack], 101, 1)
      $0.server(.ack, 1, 102)
    }
    let measures = try #require(snapshot.conversations.rows.first?.tcp)
    #expect(measures.toServer.roundTrips?.count == 3)
    #expect(measures.toClient.roundTrips?.count == 1)
    #expect(snapshot.tcp.dataRTT.count == 1 && snapshot.tcp.dataRTT.p50 == 1_000_000)
  }

  @Test func measuresNoSYNThatWasSentTwice() throws {
    let snapshot = TCPTalk.snapshot {
      $0.client(.syn, 0)
      $0.traffic.wait(milliseconds: 1000)
      $0.client(.syn, 0)
      $0.server([.syn, .ack], 0, 1)
      $0.client(.ack, 1, 1)
    }
    let measures = try #require(snapshot.conversations.rows.first?.tcp)
    #expect(measures.toServer.roundTrips == nil && measures.toClient.roundTrips?.count == 1)
  }

  @Test func measuresAcrossTheEndOfTheNumbers() throws {
    let snapshot = TCPTalk.snapshot { talk in
      talk.clientStart = 0xFFFF_FFF0
      talk.open()
      for round in 0..<4 as Range<UInt32> {
        talk.client(.ack, 1 + round * 10, 1, length: 10)
        talk.server(.ack, 1, 11 + round * 10)
      }
    }
    let sent = try #require(snapshot.conversations.rows.first?.tcp?.toServer)
    #expect(sent.roundTrips?.count == 5 && sent.uniqueBytes == 40)
  }

  @Test func remembersNoMoreSegmentsThanItsLimit() {
    var talk = TCPTalk()
    talk.open()
    for number in 0..<10 as Range<UInt32> { talk.client(.ack, 1 + number * 10, 1, length: 10) }
    for number in 1...10 as ClosedRange<UInt32> { talk.server(.ack, 1, 1 + number * 10) }
    talk.client(.ack, 101, 1, length: 10)
    talk.server(.ack, 1, 111)
    let snapshot = talk.traffic.snapshot(options: BoundsTests.options { $0.maxUnacknowledged = 4 })
    #expect(snapshot.tcp.dataRTT.count == 5)
    #expect(
      snapshot.limits == [
        LimitNote(table: "unacknowledged TCP segments", limit: 4, beyond: 6)
      ])
  }

  @Test func keepsLittleOfAConnectionThatIsNeverAnswered() {
    let snapshot = TCPTalk.snapshot {
      for number in 0..<5000 as Range<UInt32> { $0.client(.ack, 1 + number * 10, 1, length: 10) }
      $0.server(.ack, 1, 50_001)
    }
    #expect(snapshot.tcp.dataRTT.count == 0 && snapshot.limits.isEmpty)
  }
}
