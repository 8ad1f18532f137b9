import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct QUICTests {
  private static let client: (host: UInt32, port: UInt16) = (1, 40_000)
  private static let server: (host: UInt32, port: UInt16) = (2, 443)

  private static func snapshot(_ packets: [(fromClient: Bool, bytes: Bytes)]) -> Snapshot {
    Traffic.snapshot { traffic in
      for packet in packets {
        traffic.udp(
          from: packet.fromClient ? client : server, to: packet.fromClient ? server : client,
          packet.bytes.array)
      }
    }
  }

  private static func packets(of path: String, in snapshot: Snapshot) -> UInt64 {
    snapshot.protocols.first { $0.path == path }?.packets ?? 0
  }

  @Test(arguments: [
    ("QUIC 1", QUICFixtures.client1, QUICFixtures.server1),
    ("QUIC 2", QUICFixtures.client2, QUICFixtures.server2),
  ])
  func decryptsTheExamplesOfItsSpecification(
    version: String, client: Bytes, server: Bytes
  ) throws {
    let snapshot = Self.snapshot([(true, client), (false, server), (true, "4001020304")])
    #expect(snapshot.quic.versions == [Tally(name: version, count: 1)])
    #expect(snapshot.quic.clientHellos == 1 && snapshot.quic.initialPackets == 2)
    #expect(snapshot.quic.undecryptedInitialPackets == 0)
    #expect(Self.packets(of: "raw/ip/udp/quic", in: snapshot) == 3)
    #expect(Self.packets(of: "raw/ip/udp/quic/tls", in: snapshot) == 2)
    let tls = snapshot.tls
    #expect(tls.clientHellos == 1 && tls.serverHellos == 1 && tls.dtlsClientHellos == 0)
    #expect(tls.serverNames.rows.map(\.name) == ["example.com"])
    #expect(tls.versions == [Tally(name: "TLS 1.3", count: 1)])
    #expect(tls.groups == [Tally(name: "x25519", count: 1)])
    let handshake = try #require(tls.handshakes.rows.first)
    #expect(handshake.transport == .quic && handshake.serverName == "example.com")
    #expect(handshake.cipherSuite?.description == "TLS_AES_128_GCM_SHA256")
    #expect(handshake.offeredALPN == "alpn" && handshake.isResumed == false)
    #expect(handshake.latencyNanoseconds == 1_000_000)
    #expect(handshake.ja4?.hasPrefix("q13d0211an_") == true)
    #expect(snapshot.conversations.rows.first?.serverName == "example.com")
  }

  @Test func countsAHelloOnceThatIsSentAgainBehindARetry() {
    let snapshot = Self.snapshot([
      (true, QUICFixtures.client1), (false, QUICFixtures.retry1),
      (true, QUICFixtures.clientAfterRetry),
    ])
    #expect(snapshot.tls.clientHellos == 1 && snapshot.quic.retries == 1)
    #expect(snapshot.quic.undecryptedInitialPackets == 0)
    #expect(snapshot.tls.handshakes.total == 1)
  }

  @Test(arguments: [false, true])
  func putsAHelloTogetherFromSeveralPackets(isCoalesced: Bool) {
    let halves = [QUICFixtures.secondHalf, QUICFixtures.firstHalf]
    let packets =
      isCoalesced ? [Bytes(halves[1].array + halves[0].array)] : [halves[1], halves[0]]
    let snapshot = Self.snapshot(packets.map { (true, $0) })
    #expect(snapshot.tls.serverNames.rows.map(\.name) == ["example.com"])
    #expect(snapshot.quic.undecryptedInitialPackets == 0)
  }

  @Test func waitsForThePacketThatGivesTheKeys() {
    let snapshot = Self.snapshot([
      (true, QUICFixtures.secondHalf), (true, QUICFixtures.firstHalf),
      (false, QUICFixtures.refusal),
    ])
    #expect(snapshot.tls.clientHellos == 1)
    let alerts = snapshot.tls.alerts
    #expect(alerts.map(\.name) == ["handshake_failure"])
    #expect(alerts.map(\.isFromClient) == [false])
    #expect(snapshot.tls.handshakes.rows.first?.alert?.isFatal == true)
  }

  @Test func readsTheAnswerToAPacketThatWasCutShort() {
    let snapshot = Self.snapshot([
      (true, QUICFixtures.client1.prefix(200)), (false, QUICFixtures.server1),
    ])
    #expect(snapshot.tls.clientHellos == 0 && snapshot.tls.serverHellos == 1)
    #expect(snapshot.quic.undecryptedInitialPackets == 1)
    #expect(snapshot.tls.handshakes.rows.map(\.serverPort) == [443])
  }

  @Test func countsVersionNegotiation() {
    let snapshot = Self.snapshot([
      (true, QUICFixtures.client1), (false, "80 00000000 00 08 8394c8f03e515708 6b3343cf"),
    ])
    #expect(snapshot.quic.versionNegotiations == 1)
    #expect(snapshot.quic.versions.map(\.name) == ["QUIC 1"])
  }

  @Test func opensNothingThatWasChanged() {
    var generator = SeededGenerator(state: 9001)
    let original = QUICFixtures.firstHalf.array
    for place in 0..<original.count {
      var bytes = original
      bytes[place] ^= UInt8(1 << generator.next(below: 8))
      let snapshot = Self.snapshot([(true, Bytes(bytes)), (true, QUICFixtures.secondHalf)])
      #expect(snapshot.tls.clientHellos == 0)
    }
  }

  @Test(arguments: 0..<200)
  func readsAsFarAsADatagramGoes(length: Int) {
    let snapshot = Self.snapshot([
      (true, QUICFixtures.clientAfterRetry.prefix(length)),
      (false, QUICFixtures.server1.prefix(length)),
    ])
    #expect(snapshot.tls.clientHellos == 0)
  }
}
