import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct CertificateTests {
  /// 2027-01-15, when all of the certificates but the root's are valid.
  private static let time: Int64 = 1_800_000_000_000_000_000

  /// A server hello of TLS 1.2 and a chain, in one record.
  static func flight(_ chain: [[UInt8]]) -> [UInt8] {
    let list = chain.flatMap {
      [UInt8($0.count >> 16), UInt8($0.count >> 8 & 255), UInt8($0.count & 255)] + $0
    }
    let body =
      [UInt8(list.count >> 16), UInt8(list.count >> 8 & 255), UInt8(list.count & 255)] + list
    let hello: [UInt8] =
      [2, 0, 0, 38, 3, 3] + [UInt8](repeating: 7, count: 32) + [0, 0xC0, 0x2F, 0]
    let messages =
      hello + [11, UInt8(body.count >> 16), UInt8(body.count >> 8 & 255), UInt8(body.count & 255)]
      + body
    var stream: [UInt8] = []
    for start in stride(from: 0, to: messages.count, by: 16_384) {
      let fragment = messages[start..<min(start + 16_384, messages.count)]
      stream += [22, 3, 3, UInt8(fragment.count >> 8), UInt8(fragment.count & 255)] + fragment
    }
    return stream
  }

  /// What is told of chains, each of a connection of its own.
  private static func summary(
    of chains: [[[UInt8]]], at time: Int64 = time, options: AnalysisOptions = AnalysisOptions(),
    workers: Int = 1
  ) -> TLSSummary {
    var traffic = Traffic()
    traffic.clock = time
    for (index, chain) in chains.enumerated() {
      var talk = TCPTalk(traffic: traffic)
      talk.clientPort = UInt16(1024 + index)
      talk.clientHost = UInt32(10 + index % 5)
      talk.serverPort = 443
      talk.open()
      let stream = flight(chain)
      for start in stride(from: 0, to: stream.count, by: 1400) {
        let piece = Array(stream[start..<min(start + 1400, stream.count)])
        talk.server(.ack, UInt32(1 + start), 1, payload: piece)
      }
      traffic = talk.traffic
    }
    return traffic.snapshot(options: options, workers: workers).tls
  }

  private static func certificate(_ fixture: Bytes, at time: Int64 = time) throws -> TLSCertificate
  {
    try #require(summary(of: [[fixture.array]], at: time).certificates.rows.first)
  }

  /// Packets 4, 8 and so on bring the certificate, whatever worker saw them.
  @Test(arguments: [1, 3]) func tellsWhoSentItAndInWhichPacket(workers: Int) throws {
    func uses(at time: Int64) throws -> [CertificateUse] {
      var traffic = Traffic()
      traffic.clock = time
      for index in 0..<4 {
        var talk = TCPTalk(traffic: traffic, clientPort: UInt16(1024 + index), serverPort: 443)
        talk.clientHost = UInt32(20 + index)
        talk.open()
        talk.server(.ack, 1, 1, payload: Self.flight([CertificateFixtures.rsa.array]))
        traffic = talk.traffic
      }
      let observations = traffic.snapshot(workers: workers).observations
      #expect(observations.tlsChoices.first?.packets.all == [4, 8, 12, 16])
      #expect(observations.tlsChoices.first?.clients == 4)
      return try #require(observations.certificates.first).uses
    }
    let valid = try uses(at: Self.time)
    #expect(valid.count == 1 && valid[0].isStream && valid[0].count == 4)
    #expect(valid[0].firstPacket == 4 && valid[0].firstOutside == 0)
    #expect(try uses(at: 1_700_000_000_000_000_000)[0].firstOutside == 4)
    // A clock that was never set tells nothing.
    #expect(try uses(at: 1_000_000_000)[0].firstOutside == 0)
  }

  @Test func readsASelfSignedCertificate() throws {
    let certificate = try Self.certificate(CertificateFixtures.rsa)
    let content = certificate.content
    #expect(
      certificate.fingerprint
        == "14abacad08f283e83233ebc341539490e4ad5970f14400a137dc2e76953d6968")
    #expect(content.subject == "CN=press.example,O=Packetpress,C=DE")
    #expect(content.issuer == content.subject && content.commonName == "press.example")
    #expect(content.serialNumber == "436068baa82db84eeae8e70063ffbf2cd6329ee1")
    #expect(content.notBefore?.text == "2026-11-23T10:49:27Z")
    #expect(content.notAfter?.text == "2036-11-20T10:49:27Z")
    #expect(content.notAfter?.seconds == 2_110_790_967)
    #expect(content.keyType == "RSA" && content.keyBits == 2048)
    #expect(content.signatureAlgorithm == "SHA-256 with RSA")
    #expect(
      content.alternativeNames
        == ["press.example", "*.press.example", "192.0.2.7", "desk@press.example"])
    #expect(content.isSelfSigned && certificate.validity == .valid)
    #expect(certificate.senders == [.init(address: Traffic.address(2), port: 443)])
    #expect(certificate.count == 1 && !certificate.isFromClient)
  }

  @Test func readsWhatIsTooOldForOthers() throws {
    let content = try Self.certificate(CertificateFixtures.old).content
    #expect(content.subject == "CN=Old Press,O=Press\\, Old & Sons,C=DE")
    #expect(content.keyBits == 512 && content.signatureAlgorithm == "MD5 with RSA")
    #expect(content.isSelfSigned)
  }

  @Test func readsAChain() throws {
    let chain = [CertificateFixtures.ec.array, CertificateFixtures.root.array]
    let rows = Self.summary(of: [chain, chain]).certificates.rows
    #expect(rows.map(\.chainPosition) == [0, 1] && rows.map(\.count) == [2, 2])
    #expect(rows.map(\.validity) == [.valid, .expired])
    let (leaf, root) = (try #require(rows.first).content, try #require(rows.last).content)
    #expect(leaf.keyType == "EC P-256" && leaf.keyBits == 256 && leaf.serialNumber == "c0ffee")
    #expect(leaf.alternativeNames == ["ec.example", "2001:db8::1"] && !leaf.isSelfSigned)
    #expect(root.isAuthority && root.isSelfSigned && root.keyBits == 1024)
    #expect(leaf.issuer == "CN=Press Root,O=Press")
  }

  @Test func readsKeysOfEdwards() throws {
    let content = try Self.certificate(CertificateFixtures.edwards).content
    #expect(content.keyType == "Ed25519" && content.signatureAlgorithm == "Ed25519")
  }

  @Test func judgesByTheTimeOfThePackets() throws {
    let early = try Self.certificate(CertificateFixtures.rsa, at: 1_700_000_000_000_000_000)
    let late = try Self.certificate(CertificateFixtures.rsa, at: 2_200_000_000_000_000_000)
    #expect(early.validity == .notYetValid && late.validity == .expired)
  }

  @Test func tellsWhatItCannotRead() throws {
    let certificate = try Self.certificate("30 03 02 01 01")
    #expect(certificate.content == X509Content() && certificate.validity == .unknown)
    #expect(certificate.byteCount == 5)
  }

  @Test(arguments: [1, 3])
  func keepsAsManyAsItMay(workers: Int) {
    var options = AnalysisOptions()
    options.maxCertificates = 3
    let chains = (0..<50).map { [[0x30, 1, UInt8($0)]] as [[UInt8]] }
    let summary = Self.summary(of: chains, options: options, workers: workers)
    #expect(summary.certificates.total == 3)
  }

  @Test func countsTheSameWithSeveralWorkers() {
    let chain = [CertificateFixtures.ec.array, CertificateFixtures.root.array]
    let chains = [[[UInt8]]](repeating: chain, count: 20)
    let one = Self.summary(of: chains).certificates.rows
    let many = Self.summary(of: chains, workers: 4).certificates.rows
    #expect(one.map(\.count) == [20, 20] && many.map(\.count) == [20, 20])
    #expect(one.map(\.fingerprint) == many.map(\.fingerprint))
    #expect(one.map(\.firstSeen) == many.map(\.firstSeen))
  }

  /// A hundred ports send one certificate, of which sixty-four are kept.
  @Test func keepsTheSameSendersWithSeveralWorkers() throws {
    func certificate(workers: Int) throws -> TLSCertificate {
      var traffic = Traffic()
      traffic.clock = Self.time
      for index in 0..<100 {
        var talk = TCPTalk(
          traffic: traffic, clientPort: UInt16(1024 + index), serverPort: UInt16(2000 + index))
        talk.clientHost = UInt32(10 + index % 7)
        talk.open()
        talk.server(.ack, 1, 1, payload: Self.flight([CertificateFixtures.rsa.array]))
        traffic = talk.traffic
      }
      return try #require(traffic.snapshot(workers: workers).tls.certificates.rows.first)
    }
    let one = try certificate(workers: 1)
    #expect(one.senders.map(\.port) == Array(2000..<2064) && one.sendersBeyond == 36)
    for workers in [2, 3] {
      let several = try certificate(workers: workers)
      #expect(several.senders == one.senders && several.sendersBeyond == one.sendersBeyond)
    }
  }

  @Test func survivesAnyBytes() {
    var generator = SeededGenerator(state: 5280)
    let originals = [
      CertificateFixtures.rsa, CertificateFixtures.old, CertificateFixtures.ec,
      CertificateFixtures.root, CertificateFixtures.edwards,
    ]
    let chains = (0..<60).map { _ in originals.map { generator.mutate($0.array) } }
    let summary = Self.summary(of: chains)
    #expect(summary.certificates.total > 100)
  }

  @Test(arguments: Array(stride(from: 0, to: 560, by: 7)))
  func readsACertificateThatIsCutShort(length: Int) throws {
    let certificate = try Self.certificate(CertificateFixtures.ec.prefix(length))
    #expect(certificate.byteCount == min(length, CertificateFixtures.ec.array.count))
  }
}
