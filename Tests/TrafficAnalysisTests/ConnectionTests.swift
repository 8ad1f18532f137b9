import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// Where connections begin, who is their client, and what they count.
struct ConnectionTests {
  @Test func measuresTheHandshakeFromTheSYNToTheLastACK() throws {
    let snapshot = TCPTalk.snapshot {
      $0.client(.syn, 0)
      $0.traffic.wait(milliseconds: 9)
      $0.server([.syn, .ack], 0, 1)
      $0.traffic.wait(milliseconds: 4)
      $0.client(.ack, 1, 1)
      $0.client(.ack, 1, 1, length: 5)
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.handshakeRTTNanoseconds == 15_000_000)
    #expect(snapshot.tcp.handshakeRTT.count == 1)
    #expect(snapshot.tcp.handshakeRTT.p50 == 15_000_000)
    #expect(snapshot.tcp.established == 1)
  }

  @Test func measuresNoHandshakeWhoseSYNWasNotSeen() throws {
    let snapshot = TCPTalk.snapshot {
      $0.server([.syn, .ack], 0, 1)
      $0.client(.ack, 1, 1)
    }
    #expect(snapshot.conversations.rows.first?.handshakeRTTNanoseconds == nil)
    #expect(snapshot.tcp.handshakeRTT.count == 0)
    #expect(snapshot.tcp.established == 1)
  }

  @Test func beginsAnewWithAnotherInitialSequenceNumber() {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client([.fin, .ack], 1, 1)
      $0.server([.fin, .ack], 1, 2)
      $0.client(.ack, 2, 2)
      $0.clientStart = 77_000
      $0.serverStart = 88_000
      $0.open()
      $0.client([.rst, .ack], 1, 1)
    }
    #expect(snapshot.conversations.total == 2)
    #expect(snapshot.tcp.connections == 2)
    #expect(snapshot.tcp.established == 2)
    #expect(snapshot.tcp.states == [.finished: 1, .resetByClient: 1])
    #expect(snapshot.tcp.retransmissions == 0)
  }

  @Test func beginsNothingWithASYNThatIsSentAgain() {
    let snapshot = TCPTalk.snapshot {
      for _ in 0..<3 { $0.client(.syn, 0) }
    }
    #expect(snapshot.conversations.total == 1)
    #expect(snapshot.tcp.connections == 1)
  }

  @Test func takesTheSenderOfTheSYNForTheClientWhateverThePorts() throws {
    let snapshot = TCPTalk.snapshot {
      $0.clientPort = 80
      $0.serverPort = 50_000
      $0.client(.syn, 0)
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.clientPort == 80 && row.serverPort == 50_000)
  }

  @Test(
    arguments: [
      (80, 40_000, true), (40_000, 80, false), (50_000, 40_000, false),
      (80, 443, false), (8443, 40_000, true),
    ] as [(UInt16, UInt16, Bool)])
  func takesAKnownServiceForTheServer(first: UInt16, second: UInt16, isSwapped: Bool) throws {
    let snapshot = Traffic.snapshot { $0.udp(from: (9, first), to: (3, second)) }
    let tcp = TCPTalk.snapshot {
      $0.clientPort = first
      $0.serverPort = second
      $0.client(.ack, 1, 1, length: 4)
    }
    let row = try #require(tcp.conversations.rows.first)
    #expect(row.clientPort == (isSwapped ? second : first))
    #expect(snapshot.conversations.rows.count == 1)
  }

  @Test func countsBothDirections() throws {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.server(.ack, 1, 101, length: 1000)
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.client == Traffic.address(1) && row.server == Traffic.address(2))
    #expect(row.packetsToServer == 3 && row.packetsToClient == 2)
    #expect(row.bytesToServer == 220 && row.bytesToClient == 1080)
    #expect(row.durationNanoseconds == 4_000_000)
    #expect(row.transport == "TCP")
  }

  @Test func tellsTheSidesOfAConnectionWithItself() throws {
    let snapshot = TCPTalk.snapshot {
      $0.serverHost = 1
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.packetsToServer == 3 && row.packetsToClient == 1)
    #expect(row.state == .established)
    let host = try #require(snapshot.hosts.rows.first)
    #expect(snapshot.hosts.total == 1)
    #expect(host.packetsSent == 4 && host.packetsReceived == 4 && host.conversations == 1)
  }

  @Test func keepsASegmentWhosePortsAreCutOffApart() throws {
    var talk = TCPTalk()
    talk.open()
    let whole = talk.traffic.packets[0].bytes
    talk.traffic.add(Array(whole.prefix(30)), length: 40)
    talk.traffic.add(Array(whole.prefix(22)), length: 40)
    let snapshot = talk.traffic.snapshot()
    #expect(snapshot.capture.accounting.malformed == 2)
    #expect(snapshot.conversations.rows.map(\.transport) == ["TCP", "TCP fragment"])
    #expect(snapshot.conversations.rows.map(\.packets) == [4, 1])
    #expect(snapshot.tcp.packets == 3)
    #expect(snapshot.tcp.connections == 1)
  }

  @Test func followsAConnectionWhoseFirstHeaderIsCutOff() {
    var talk = TCPTalk()
    talk.open()
    var traffic = Traffic()
    traffic.add(Array(talk.traffic.packets[0].bytes.prefix(30)), length: 40)
    for packet in talk.traffic.packets { traffic.add(packet.bytes) }
    let snapshot = traffic.snapshot()
    #expect(snapshot.tcp.connections == 1)
    #expect(snapshot.tcp.established == 1)
    #expect(snapshot.conversations.total == 1)
  }
}
