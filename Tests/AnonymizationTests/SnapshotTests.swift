import Anonymization
import CaptureFormats
import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

/// Snapshots of samples and their images, looked at through and through.
@Suite struct SnapshotTests {
  private let anonymizer = Anonymizer(AnonymizerTests.key(1))

  private static let samples = [
    "arp.pcap", "dhcp.pcap", "dns.pcap", "everything.pcapng", "hostile.pcap", "ipv6.pcapng",
    "login.pcapng", "portscan.pcap", "tls.pcapng", "web.pcap",
  ]

  /// Every address and every text in a value, whatever it is called and however deep.
  private struct Everything {
    var addresses: Set<IPAddress> = []
    var adapters: Set<MACAddress> = []
    var texts: Set<String> = []

    init(_ value: Any) { add(value) }

    private mutating func add(_ value: Any) {
      switch value {
      case let address as IPAddress: addresses.insert(address)
      case let adapter as MACAddress: adapters.insert(adapter)
      case let text as String: texts.insert(text)
      case is UInt64, is [UInt64]: break
      default: for child in Mirror(reflecting: value).children { add(child.value) }
      }
    }
  }

  /// A field that is new and was forgotten shows here.
  @Test(arguments: samples)
  func showsNoAddressOfTheOriginal(_ sample: String) throws {
    let original = try sampleSnapshot(sample)
    let (before, after) = (Everything(original), Everything(anonymizer.snapshot(original)))
    // Those that stand for everybody are in both.
    let left = before.addresses.intersection(after.addresses)
      .filter { anonymizer.address($0) != $0 }
    #expect(left.isEmpty)
    #expect(
      before.adapters.intersection(after.adapters).filter { !$0.isGroup && $0 != .zero }.isEmpty)
    for text in after.texts {
      for address in before.addresses where anonymizer.address(address) != address {
        #expect(text != address.description)
      }
    }
  }

  @Test(arguments: samples)
  func showsNoNameOfTheOriginal(_ sample: String) throws {
    let original = try sampleSnapshot(sample)
    let names = Set(
      original.hosts.rows.flatMap { $0.names.map(\.name) } + original.dns.allNames.rows.map(\.name)
        + original.tls.serverNames.rows.map(\.name) + original.http.hosts.rows.map(\.name)
        + original.http.userAgents.map(\.name) + original.leases.rows.compactMap(\.hostName)
        + original.http.transactions.rows.compactMap(\.target)
        + original.tls.certificates.rows.compactMap(\.content.subject)
        + original.tls.certificates.rows.map(\.fingerprint)
    ).filter { $0.utf8.count > 3 && $0 != "localhost" && $0 != "<Root>" }
    let after = Everything(anonymizer.snapshot(original))
    for name in names { #expect(!after.texts.contains { $0.contains(name) }, "\(name)") }
  }

  @Test(arguments: samples)
  func isJudgedTheSame(_ sample: String) throws {
    let original = try sampleSnapshot(sample)
    let image = anonymizer.snapshot(original)
    let judgement = Judgement(original)
    let verdict = anonymizer.verdict(
      Verdict(judgement: judgement), on: image, settings: FindingSettings())
    let findings = verdict.judgement.findings
    #expect(findings.map(\.id) == judgement.findings.map(\.id))
    #expect(findings.map(\.severity) == judgement.findings.map(\.severity))
    #expect(findings.map(\.packets) == judgement.findings.map(\.packets))
    // Each has its own sentence, not the one for want of a better.
    #expect(findings.allSatisfy { $0.detail.text != $0.title.text + "." })
    let anew = Judgement(image).findings
    #expect(anew.map(\.id).sorted() == judgement.findings.map(\.id).sorted())
    #expect(anew.map(\.measured).sorted() == judgement.findings.map(\.measured).sorted())
  }

  @Test func keepsNumbersAndOrder() throws {
    let original = try sampleSnapshot("everything.pcapng")
    let image = anonymizer.snapshot(original)
    #expect(image.conversations.rows.map(\.bytes) == original.conversations.rows.map(\.bytes))
    #expect(
      image.conversations.rows.map(\.serverPort) == original.conversations.rows.map(\.serverPort))
    #expect(image.hosts.total == original.hosts.total)
    #expect(image.recentPackets.map(\.time) == original.recentPackets.map(\.time))
    #expect(image.capture.packets == original.capture.packets)
    #expect(image.capture.files.allSatisfy { $0.sha256 == nil && $0.comments.isEmpty })
  }

  @Test func doesTheSameTwice() throws {
    let original = try sampleSnapshot("everything.pcapng")
    let again = Anonymizer(AnonymizerTests.key(1)).snapshot(original)
    #expect(anonymizer.snapshot(original).difference(from: again) == nil)
  }
}
