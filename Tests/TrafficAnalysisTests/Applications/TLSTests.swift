import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct TLSTests {
  /// A handshake of TLS 1.2, behind `before` of each side.
  private static func talk(
    port: UInt16 = 443, client: String = "", server: String = "", _ hello: Bytes,
    _ answer: Bytes
  ) -> Snapshot {
    TCPTalk.snapshot { talk in
      talk.serverPort = port
      talk.open()
      var (sent, received) = (UInt32(1), UInt32(1))
      if !server.isEmpty {
        talk.server(.ack, received, sent, payload: Array(server.utf8))
        received += UInt32(server.utf8.count)
      }
      if !client.isEmpty {
        talk.client(.ack, sent, received, payload: Array(client.utf8))
        sent += UInt32(client.utf8.count)
      }
      talk.client(.ack, sent, received, payload: hello.array)
      talk.server(.ack, received, sent + UInt32(hello.array.count), payload: answer.array)
    }
  }

  private static func hasPath(_ path: String, _ snapshot: Snapshot) -> Bool {
    snapshot.protocols.contains { $0.path == "raw/ip/tcp/\(path)" }
  }

  @Test func tellsAHandshake() throws {
    let snapshot = Self.talk(TLSFixtures.client12, TLSFixtures.server12)
    let row = try #require(snapshot.tls.handshakes.rows.first)
    #expect(row.transport == .tcp && row.serverPort == 443 && row.client == Traffic.address(1))
    #expect(row.version == .tls12 && row.keyExchange?.description == "x25519")
    #expect(row.cipherSuite?.description == "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
    #expect(row.latencyNanoseconds == 1_000_000 && row.isResumed == false)
    #expect(row.ja3?.utf8.count == 32 && row.ja3s?.utf8.count == 32)
    #expect(snapshot.tls.latency.count == 1 && snapshot.tls.handshakes.total == 1)
    #expect(snapshot.tls.certificates.total == 1)
    #expect(snapshot.tls.offeredVersions.map(\.name) == ["TLS 1.2"])
  }

  @Test(arguments: [
    ("smtp", 25 as UInt16, "220 mx.example ESMTP\r\n", "STARTTLS\r\n"),
    ("imap", 143, "* OK IMAP4rev1 ready\r\n", "a STARTTLS\r\n"),
    ("pop", 110, "+OK ready\r\n", "STLS\r\n"),
    ("ftp", 21, "220 (vsFTPd 3.0.5)\r\n", "AUTH TLS\r\n"),
    (
      "rdp", 3389, "",
      "\u{3}\u{0}\u{0}\u{13}\u{e}e\u{0}\u{0}\u{0}\u{0}\u{0}\u{1}\u{0}\u{8}\u{0}\u{b}\u{0}\u{0}\u{0}"
    ),
    ("none", 4711, "anything\r\n", "at all\r\n"),
  ])
  func followsAStreamThatTurnsToTLS(name: String, port: UInt16, server: String, client: String) {
    let snapshot = Self.talk(
      port: port, client: client, server: server, TLSFixtures.client12, TLSFixtures.server12)
    #expect(snapshot.tls.clientHellos == 1 && snapshot.tls.serverHellos == 1)
    #expect(Self.hasPath("tls", snapshot))
    #expect(snapshot.conversations.rows.first?.application == "tls")
    #expect(snapshot.tls.encryptedBytes == 0)
  }

  @Test func takesWhatBeginsInsideOfARecordForTLSOnItsPort() {
    let middle = Bytes([UInt8](repeating: 0xE7, count: 100))
    #expect(Self.hasPath("tls", Self.talk(middle, middle)))
    #expect(Self.talk(middle, middle).tls.encryptedBytes == 200)
    #expect(!Self.hasPath("tls", Self.talk(port: 4711, middle, middle)))
    let text = Bytes(Array("USER press\r\n".utf8))
    #expect(!Self.hasPath("tls", Self.talk(text, text)))
  }

  @Test func readsAHelloBehindAKeepAlive() {
    let snapshot = TCPTalk.snapshot { talk in
      talk.serverPort = 443
      talk.client(.ack, 0, 1, payload: [0xEE, 0xEE, 0xEE, 0xEE, 0xEE])
      talk.client(.ack, 5, 1, payload: TLSFixtures.client12.array)
    }
    #expect(snapshot.tls.clientHellos == 1)
  }

  @Test func tellsOneHandshakeOfTwoHellos() {
    let snapshot = Self.talk(TLSFixtures.clientRetried, TLSFixtures.serverRetry)
    #expect(snapshot.tls.clientHellos == 2 && snapshot.tls.serverHellos == 1)
    #expect(snapshot.tls.retryRequests == 1 && snapshot.tls.handshakes.total == 1)
    #expect(snapshot.tls.handshakes.rows.first?.version == .tls13)
  }

  @Test func saysWhoSentAnAlert() throws {
    let snapshot = Self.talk(TLSFixtures.client12, "15 0303 0002 02 28")
    let alert = try #require(snapshot.tls.alerts.first)
    #expect(alert.name == "handshake_failure" && alert.level == "fatal" && !alert.isFromClient)
    let row = try #require(snapshot.tls.handshakes.rows.first)
    #expect(row.alert?.code == 40 && !row.isAlertFromClient && row.version == nil)
  }

  @Test func readsDTLS() throws {
    let snapshot = Traffic.snapshot { traffic in
      let datagrams = [
        (true, DTLSFixtures.clientHello), (false, DTLSFixtures.verifyRequest),
        (true, DTLSFixtures.secondHello), (false, DTLSFixtures.serverHello),
        (false, DTLSFixtures.certificateMiddle), (false, DTLSFixtures.certificateEnd),
        (false, DTLSFixtures.keyExchange), (true, DTLSFixtures.clientFinished),
        (false, DTLSFixtures.serverFinished),
      ]
      for (fromClient, bytes) in datagrams {
        traffic.udp(
          from: fromClient ? (1, 40_000) : (2, 4433), to: fromClient ? (2, 4433) : (1, 40_000),
          bytes.array)
      }
    }
    let tls = snapshot.tls
    #expect(tls.clientHellos == 0 && tls.dtlsClientHellos == 2 && tls.dtlsServerHellos == 1)
    #expect(tls.versions.map(\.name) == ["DTLS 1.2"] && tls.ja3.isEmpty && tls.ja4.count == 1)
    #expect(tls.certificates.rows.first?.content.commonName == "press.example")
    #expect(tls.sessionTickets == 1 && tls.handshakes.total == 1)
    let row = try #require(tls.handshakes.rows.first)
    #expect(row.transport == .dtls && row.serverName == "press.example" && row.alpn == "coap")
    #expect(snapshot.protocols.contains { $0.path == "raw/ip/udp/dtls" && $0.packets == 9 })
  }

  @Test func readsDTLSBetweenMessagesOfSTUN() {
    let stun: [UInt8] =
      [0, 1, 0, 0, 0x21, 0x12, 0xA4, 0x42] + [UInt8](repeating: 9, count: 12)
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 40_000), to: (2, 50_000), stun)
      traffic.udp(from: (1, 40_000), to: (2, 50_000), DTLSFixtures.clientHello.array)
      traffic.udp(from: (1, 40_000), to: (2, 50_000), stun)
    }
    let packets = { (name: String) in
      snapshot.protocols.first { $0.path == "raw/ip/udp/" + name }?.packets
    }
    #expect(packets("stun") == 2 && packets("dtls") == 1)
    #expect(snapshot.tls.dtlsClientHellos == 1)
  }

  @Test(arguments: [1, 4])
  func keepsAsManyHandshakesAsItMay(workers: Int) {
    var options = AnalysisOptions()
    options.maxHandshakes = 5
    var traffic = Traffic()
    for index in 0..<20 {
      var talk = TCPTalk(traffic: traffic)
      talk.clientHost = UInt32(10 + index)
      talk.serverPort = 443
      talk.client(.ack, 1, 1, payload: TLSFixtures.client12.array)
      traffic = talk.traffic
    }
    let tls = traffic.snapshot(options: options, workers: workers).tls
    #expect(tls.handshakes.total == 20 && tls.clientHellos == 20)
    #expect(tls.handshakes.rows.map(\.client) == (10..<15).map { Traffic.address($0) })
  }
}
