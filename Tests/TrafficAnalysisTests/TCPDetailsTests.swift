import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// What is kept of a connection beside its totals.
struct TCPDetailsTests {
  /// What the client sent.
  static func client(_ build: (inout TCPTalk) -> Void) throws -> TCPDirection {
    try #require(TCPTalk.snapshot(build).conversations.rows.first?.tcp?.toServer)
  }

  @Test func tellsUniqueBytesFromThoseSentAgain() throws {
    let sent = try Self.client {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.traffic.wait(milliseconds: 500)
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 51, 1, length: 100)
      $0.client(.ack, 151, 1, length: 20)
    }
    #expect(sent.sentBytes == 320 && sent.uniqueBytes == 170)
    #expect(sent.retransmittedBytes == 150 && sent.retransmissions == 2)
    #expect(sent.largestSegment == 100)
  }

  @Test func countsWhatFillsAGapAsUniqueHoweverLate() throws {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 301, 1, length: 100)
      $0.traffic.wait(milliseconds: 500)
      $0.client(.ack, 101, 1, length: 250)
    }
    let sent = try #require(snapshot.conversations.rows.first?.tcp?.toServer)
    #expect(sent.sentBytes == 450 && sent.uniqueBytes == 400)
    #expect(sent.retransmissions == 1 && sent.retransmittedBytes == 50)
    #expect(snapshot.tcp.payloadBytes == 450 && snapshot.tcp.retransmittedBytes == 50)
  }

  @Test func leavesProbesAndKeepAlivesOutOfTheUniqueBytes() throws {
    let sent = try Self.client {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 101, window: 0)
      $0.client(.ack, 101, 1, length: 1)
      $0.server(.ack, 1, 101, window: 0)
      $0.server(.ack, 1, 101)
      $0.client(.ack, 100, 1, length: 1)
    }
    #expect(sent.sentBytes == 102 && sent.uniqueBytes == 100 && sent.retransmittedBytes == 0)
    #expect(sent.zeroWindowProbes == 1 && sent.keepAlives == 1)
  }

  @Test func takesTheInitialWindowUpToTheFirstACKOfData() throws {
    let sent = try Self.client {
      $0.open()
      for sequence in [1, 101, 201] as [UInt32] { $0.client(.ack, sequence, 1, length: 100) }
      $0.client(.ack, 201, 1, length: 100)
      $0.server(.ack, 1, 101)
      $0.client(.ack, 301, 1, length: 100)
    }
    #expect(sent.initialWindow == 300)
    let middle = try Self.client { $0.client(.ack, 1, 1, length: 100) }
    #expect(middle.initialWindow == nil)
  }

  @Test func knowsTheHandshakeOfAConnectionWithoutData() throws {
    let sent = try Self.client { $0.open() }
    #expect(sent.roundTrips?.count == 1 && sent.largestWindow == 1000 && sent.initialWindow == nil)
  }

  @Test func scalesTheWindowsItOffered() throws {
    let sent = try Self.client {
      $0.client(.syn, 0, window: 65_535, options: [3, 3, 2, 0])
      $0.server([.syn, .ack], 0, 1, options: [3, 3, 7, 0])
      $0.client(.ack, 1, 1, window: 500)
      $0.client(.ack, 1, 1, length: 10, window: 700)
      $0.client(.ack, 11, 1, window: 300)
      $0.client(.rst, 11, window: 0)
    }
    #expect(sent.smallestWindow == 1200 && sent.largestWindow == 2800)
  }

  @Test func keepsTheOptionsOfASYN() throws {
    let row = try #require(
      TCPTalk.snapshot {
        $0.client(
          .syn, 0,
          options: [2, 4, 5, 0xB4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 3, 7])
        $0.server([.syn, .ack], 0, 1)
        $0.client(.ack, 1, 1)
      }.conversations.rows.first?.tcp)
    let options = try #require(row.toServer.options)
    #expect(options.maximumSegmentSize == 1460 && options.windowScale == 7)
    #expect(options.permitsSACK && options.timestamps)
    #expect(row.toClient.options == TCPOptions())
    let middle = TCPTalk.snapshot { $0.client(.ack, 1, 1, length: 1) }
    #expect(middle.conversations.rows.first?.tcp?.toServer.options == nil)
  }

  @Test func countsBlocksOfSelectiveACKs() throws {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 201, 1, length: 100)
      let block: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 2]
      $0.server(.ack, 1, 101, options: [1, 1, 5, 10] + block)
      $0.server(.ack, 1, 101, options: [1, 1, 5, 18] + block + block)
    }
    #expect(snapshot.conversations.rows.first?.tcp?.toClient.sackBlocks == 3)
    #expect(snapshot.tcp.sackBlocks == 3)
  }

  @Test func saysWhoReset() throws {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client(.rst, 1)
      $0.client(.rst, 1)
      $0.client(.rst, 2)
      $0.server([.rst, .ack], 1, 1)
    }
    let measures = try #require(snapshot.conversations.rows.first?.tcp)
    #expect(measures.toServer.resets == 3 && measures.toClient.resets == 1)
    #expect(snapshot.tcp.resets == 4 && snapshot.tcp.resetsByClient == 3)
    #expect(snapshot.conversations.rows.first?.resets == 4)
    #expect(snapshot.conversations.rows.first?.history == "ShARRr")
  }

  @Test func measuresTheLongestSilence() throws {
    let sent = try Self.client {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.traffic.wait(milliseconds: 700)
      $0.server(.ack, 1, 101)
      $0.client(.ack, 101, 1, length: 100)
      $0.traffic.wait(milliseconds: 300)
      $0.client(.ack, 201, 1, length: 100)
    }
    #expect(sent.longestIdleNanoseconds == 702_000_000)
  }

  @Test func measuresBothHalvesOfTheHandshake() throws {
    let snapshot = TCPTalk.snapshot {
      $0.client(.syn, 0)
      $0.traffic.wait(milliseconds: 9)
      $0.server([.syn, .ack], 0, 1)
      $0.traffic.wait(milliseconds: 4)
      $0.client(.ack, 1, 1)
    }
    let measures = try #require(snapshot.conversations.rows.first?.tcp)
    #expect(measures.handshakeToServerNanoseconds == 10_000_000)
    #expect(measures.handshakeToClientNanoseconds == 5_000_000)
    #expect(snapshot.tcp.handshakeToServer.p50 == 10_000_000)
    #expect(snapshot.tcp.handshakeToClient.p50 == 5_000_000)
  }

  @Test func keepsDetailsOfNoMoreConnectionsThanItsLimit() {
    var traffic = Traffic()
    for source in 0..<10 as Range<UInt32> {
      var talk = TCPTalk(traffic: traffic, clientHost: 500 + source)
      talk.client(.ack, 1, 1, length: 10)
      talk.traffic.wait(milliseconds: 100)
      talk.client(.ack, 1, 1, length: 10)
      traffic = talk.traffic
    }
    let snapshot = traffic.snapshot(options: BoundsTests.options { $0.maxTCPDetails = 3 })
    #expect(
      snapshot.limits == [
        LimitNote(table: "TCP connections with details", limit: 3, beyond: 7)
      ])
    #expect(snapshot.conversations.rows.count { $0.tcp != nil } == 3)
    #expect(snapshot.tcp.retransmissions == 10 && snapshot.tcp.retransmittedBytes == 100)
    #expect(snapshot.conversations.rows.allSatisfy { $0.history == "DT" })
  }

  @Test func ranksConnectionsByRetransmissionsAndByRoundTrips() {
    var traffic = Traffic()
    for source in 1..<6 as Range<UInt32> {
      var talk = TCPTalk(traffic: traffic, clientHost: 10 + source)
      talk.client(.syn, 0)
      talk.traffic.wait(milliseconds: Int64(10 * source))
      talk.server([.syn, .ack], 0, 1)
      talk.client(.ack, 1, 1)
      talk.client(.ack, 1, 1, length: 10)
      talk.traffic.wait(milliseconds: 100)
      for _ in 1..<source { talk.client(.ack, 1, 1, length: 10) }
      traffic = talk.traffic
    }
    for maxFlows in [100, 2] {
      let tcp = traffic.snapshot(options: BoundsTests.options { $0.maxFlows = maxFlows }).tcp
      let clients = [15, 14, 13, 12].map { Traffic.address(UInt32($0)) }
      #expect(tcp.mostRetransmissions.map(\.client) == clients)
      #expect(tcp.slowest.map(\.client).prefix(4) == clients[...])
      #expect(tcp.slowest.count == 5)
    }
  }

  @Test func takesFarAwayNumbers() {
    let snapshot = TCPTalk.snapshot { talk in
      talk.open()
      for number in [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFF] as [UInt32] {
        talk.client(.ack, number, number, length: 40, window: 0)
        talk.server(.ack, number &+ 0x7FFF_FFFF, number &- 1, length: 3, window: 65_535)
        talk.client([.fin, .ack], number &- 5, 7, length: 9)
        talk.server([.syn, .ack], number, number, options: [3, 3, 255, 0])
      }
    }
    let measures = snapshot.conversations.rows.first?.tcp
    #expect(measures?.toServer.sentBytes == 6 * 49)
    #expect((measures?.toServer.uniqueBytes ?? .max) <= 6 * 49)
  }
}
