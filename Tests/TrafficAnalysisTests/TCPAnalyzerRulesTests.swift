import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// Rules between the terms of Wireshark's analysis, each as tshark 4.0 was seen to follow it.
struct TCPAnalyzerRulesTests {
  @Test func takesACopyWithinTheRoundTripForOutOfOrder() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 101, 1, length: 100)
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 101, 1, length: 100)
    }
    // What ends where everything sent ends was sent again, however soon.
    #expect(found == ["", "", "Out-Of-Order", "Retransmission"])
  }

  @Test func prefersAFastRetransmissionToOutOfOrder() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 101, 1, length: 100)
      for _ in 0..<2 { $0.server(.ack, 1, 1) }
      $0.traffic.clock -= 3_000_000
      $0.client(.ack, 1, 1, length: 100)
    }
    #expect(found.last == "Fast Retransmission")
  }

  @Test func takesWhatIsAcknowledgedForSpuriousEvenIfNothingElseWasSeen() {
    let found = TCPTalk.findings {
      $0.serverPort = 81
      $0.client(.ack, 1, 400)
      $0.server(.ack, 100, 1, length: 100)
    }
    #expect(found.last == "Spurious Retransmission")
  }

  @Test func measuresTheTimeForOutOfOrderByTheFirstACKBehindTheSYN() {
    let found = TCPTalk.snapshot {
      $0.client(.syn, 0)
      $0.traffic.wait(milliseconds: 99)
      // The SYN-ACK was not captured.
      $0.client(.ack, 1, 1)
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 201, 1, length: 100)
      $0.traffic.wait(milliseconds: 50)
      $0.client(.ack, 101, 1, length: 100)
      $0.traffic.wait(milliseconds: 99)
      $0.client(.ack, 1, 1, length: 50)
    }
    #expect(found.tcp.outOfOrder == 1 && found.tcp.retransmissions == 1)
    #expect(found.tcp.handshakeRTT.count == 0)
  }

  @Test func saysOnceThatSomethingUnseenWasAcknowledged() {
    let found = TCPTalk.findings {
      $0.server(.ack, 1, 20)
      $0.server(.ack, 1, 21)
      $0.client(.ack, 21, 1, length: 10)
      $0.server(.ack, 1, 40)
    }
    #expect(
      found == [
        "ACKed unseen segment", "", "Previous segment not captured", "ACKed unseen segment",
      ])
  }

  @Test func doesNotSayItWhileTheOtherSideRepeatsItsACKs() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1)
      $0.server(.ack, 1, 20)
    }
    #expect(found == ["Dup ACK", ""])
  }

  @Test func goesOnWhereThereIsNoGapAfterASecondSYN() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 201, 1, length: 100)
      $0.traffic.wait(milliseconds: 500)
      $0.client(.syn, 0)
      $0.client(.ack, 101, 1, length: 100)
    }
    #expect(
      found == ["", "Previous segment not captured", "Retransmission", ""])
  }

  @Test func takesAByteForNoProbeBeforeAWindowWasSeen() {
    let snapshot = TCPTalk.snapshot {
      $0.server(.ack, 1, 1)
      $0.server(.ack, 1, 1, length: 1)
    }
    #expect(snapshot.tcp.zeroWindowProbes == 0)
  }

  @Test func findsTheACKOfAProbeThatKeepsTheWindowShut() {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.server(.ack, 1, 1, window: 0)
      $0.client(.ack, 1, 1, length: 1)
      $0.server(.ack, 1, 1, window: 0)
      $0.client(.ack, 1, 1, length: 1)
      // The byte was taken: that is an ACK like others.
      $0.server(.ack, 1, 2, window: 0)
    }
    #expect(snapshot.tcp.zeroWindowProbes == 2)
    #expect(snapshot.tcp.zeroWindowProbeACKs == 1)
    #expect(snapshot.tcp.zeroWindows == 3)
  }

  static let scale: [UInt8] = [3, 3, 2, 0]

  /// Windows are scaled if both SYNs say so; where only one was seen, as it says.
  @Test(
    arguments: [
      (scale, scale, 400), ([], scale, 100), (scale, [], 100), ([], [], 100), (nil, scale, 400),
      (nil, [], 100), (scale, nil, nil), (nil, nil, nil),
    ] as [([UInt8]?, [UInt8]?, Int?)])
  func scalesWindowsAsTheSYNsSay(client: [UInt8]?, server: [UInt8]?, edge: Int?) {
    for length in [100, 400] {
      let snapshot = TCPTalk.snapshot {
        if let client { $0.client(.syn, 0, options: client) }
        if let server { $0.server([.syn, .ack], 0, 1, options: server) }
        $0.server(.ack, 1, 1, window: 100)
        $0.client(.ack, 1, 1, length: length)
      }
      #expect(snapshot.tcp.windowFull == (length == edge ? 1 : 0))
    }
  }

  @Test func keepsToTheConnectionAfterASYNACKWithAnotherNumber() {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.serverStart += 77
      $0.server([.syn, .ack], 0, 1)
    }
    #expect(snapshot.tcp.connections == 1)
    #expect(snapshot.conversations.rows.first?.history == "ShAh")
  }
}
