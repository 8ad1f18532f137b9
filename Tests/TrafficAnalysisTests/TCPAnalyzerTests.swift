import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// The terms of Wireshark's User's Guide, "TCP Analysis".
struct TCPAnalyzerTests {
  @Test func saysNothingOfAnOrdinaryExchange() {
    let found = TCPTalk.findings {
      $0.client([.psh, .ack], 1, 1, length: 100)
      $0.server(.ack, 1, 101)
      $0.server([.psh, .ack], 1, 101, length: 200)
      $0.client(.ack, 101, 201)
      $0.client([.fin, .ack], 101, 201)
      $0.server([.fin, .ack], 201, 102)
      $0.client(.ack, 102, 202)
    }
    #expect(found.allSatisfy { $0.isEmpty })
  }

  @Test func findsARetransmission() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.traffic.wait(milliseconds: 300)
      $0.client(.ack, 1, 1, length: 100)
    }
    #expect(found == ["", "Retransmission"])
  }

  @Test func findsARetransmittedSYN() {
    let snapshot = TCPTalk.snapshot {
      $0.client(.syn, 0)
      $0.traffic.wait(milliseconds: 1000)
      $0.client(.syn, 0)
    }
    #expect(snapshot.tcp.retransmissions == 1)
    #expect(snapshot.timeline.retransmissions.last == 1)
    #expect(snapshot.timeline.retransmissions.count == snapshot.timeline.packets.count)
    #expect(snapshot.tcp.connections == 1)
    #expect(snapshot.conversations.rows.first?.retransmissions == 1)
  }

  @Test func findsAFastRetransmission() {
    let found = TCPTalk.findings {
      for sequence in [1, 201, 301, 401] as [UInt32] { $0.client(.ack, sequence, 1, length: 100) }
      for _ in 0..<4 { $0.server(.ack, 1, 101) }
      $0.client(.ack, 101, 1, length: 100)
    }
    #expect(
      found == [
        "", "Previous segment not captured", "", "", "", "Dup ACK", "Dup ACK", "Dup ACK",
        "Fast Retransmission",
      ])
  }

  @Test func findsASpuriousRetransmission() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 101)
      $0.client(.ack, 1, 1, length: 100)
    }
    #expect(found == ["", "", "Spurious Retransmission"])
  }

  @Test func findsASegmentOutOfOrder() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 201, 1, length: 100)
      $0.client(.ack, 101, 1, length: 100)
      $0.client(.ack, 301, 1, length: 100)
    }
    #expect(found == ["", "Previous segment not captured", "Out-Of-Order", ""])
  }

  @Test func takesALateSegmentForARetransmission() {
    let found = TCPTalk.findings {
      $0.client(.ack, 201, 1, length: 100)
      $0.traffic.wait(milliseconds: 200)
      $0.client(.ack, 1, 1, length: 100)
    }
    #expect(found == ["Previous segment not captured", "Retransmission"])
  }

  @Test func findsAnACKOfDataThatWasNotSeen() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 501)
    }
    #expect(found == ["", "ACKed unseen segment"])
  }

  @Test func findsZeroWindowsAndTheirProbes() {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 101, window: 0)
      $0.traffic.wait(milliseconds: 200)
      $0.client(.ack, 101, 1, length: 1)
      $0.server(.ack, 1, 101, window: 0)
      $0.server(.ack, 1, 101, window: 500)
    }
    #expect(found == ["", "ZeroWindow", "ZeroWindowProbe", "ZeroWindow", "Window Update"])
  }

  @Test func findsAFullWindow() {
    let found = TCPTalk.findings {
      $0.server(.ack, 1, 1, window: 300)
      $0.client(.ack, 1, 1, length: 200)
      $0.client(.ack, 201, 1, length: 100)
    }
    #expect(found == ["Window Update", "", "Window Full"])
  }

  @Test func scalesTheWindow() {
    let snapshot = TCPTalk.snapshot {
      $0.client(.syn, 0, options: [3, 3, 0, 0])
      $0.server([.syn, .ack], 0, 1, options: [3, 3, 2, 0])
      $0.client(.ack, 1, 1)
      $0.server(.ack, 1, 1, window: 100)
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 101, 1, length: 300)
    }
    #expect(snapshot.tcp.windowFull == 1)
    #expect(snapshot.recentPackets.last?.info.hasPrefix("[Window Full]") == true)
  }

  @Test(arguments: [0, 1])
  func findsKeepAlives(length: Int) {
    let found = TCPTalk.findings {
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 101)
      $0.traffic.wait(milliseconds: 60_000)
      $0.client(.ack, 100, 1, length: length)
      $0.server(.ack, 1, 101)
    }
    #expect(found == ["", "", "Keep-Alive", "Keep-Alive ACK"])
  }

  @Test func followsSequenceNumbersAroundTheirEnd() {
    let snapshot = TCPTalk.snapshot { talk in
      talk.clientStart = 0xFFFF_FF00
      talk.serverStart = 0xFFFF_FFF0
      talk.open()
      for round in 0..<10 as Range<UInt32> {
        talk.client(.ack, 1 + round * 100, 1 + round * 50, length: 100)
        talk.server(.ack, 1 + round * 50, 101 + round * 100, length: 50)
      }
    }
    let tcp = snapshot.tcp
    #expect(
      tcp.retransmissions + tcp.outOfOrder + tcp.lostSegments + tcp.ackedUnseenSegments == 0)
    #expect(tcp.spuriousRetransmissions + tcp.duplicateACKs + tcp.keepAlives == 0)
    #expect(snapshot.conversations.rows.first?.bytes == UInt64(40 * 23 + 1500))
  }

  @Test func countsEveryFlag() {
    let flags = Set([TCPFlags.syn, .fin, .rst, .psh, .ack, .urg, .ece, .cwr])
    let snapshot = TCPTalk.snapshot { talk in for flag in flags { talk.client(flag, 5) } }
    let counts = snapshot.tcp.flags
    #expect(counts.syn == 1 && counts.fin == 1 && counts.rst == 1 && counts.psh == 1)
    #expect(counts.ack == 1 && counts.urg == 1 && counts.ece == 1 && counts.cwr == 1)
    #expect(counts.synACK == 0 && snapshot.tcp.resets == 1)
  }
}
