import Findings
import Foundation
import PacketDecoding
import Reporting
import Testing
import Wording

@Suite struct SARIFReportTests {
  private func run(_ judged: JudgedCapture) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(SARIFReport(judged).bytes))
    let runs = (value as? [String: Any])?["runs"] as? [[String: Any]]
    return try #require(runs?.first)
  }

  private func results(_ judged: JudgedCapture) throws -> [[String: Any]] {
    try #require(try run(judged)["results"] as? [[String: Any]])
  }

  private func rules(_ judged: JudgedCapture) throws -> [[String: Any]] {
    let driver = (try run(judged)["tool"] as? [String: Any])?["driver"] as? [String: Any]
    return try #require(driver?["rules"] as? [[String: Any]])
  }

  private func text(_ value: Any?) -> String? { (value as? [String: Any])?["text"] as? String }

  @Test(arguments: Verdicts.all.map(\.name))
  func followsItsSchema(name: String) throws {
    let value = try JSONSerialization.jsonObject(
      with: Data(SARIFReport(Verdicts.named(name)).bytes))
    let schema = try SchemaValidator.fixture("sarif-subset.schema.json")
    #expect(schema.errors(in: value).prefix(5) == [])
  }

  /// The schema would be of no use if it let everything pass.
  @Test func itsSchemaRefusesWhatIsWrong() throws {
    let schema = try SchemaValidator.fixture("sarif-subset.schema.json")
    let good = String(decoding: SARIFReport(Verdicts.mixed).bytes, as: UTF8.self)
    for (from, to) in [
      ("\"ruleId\"", "\"ruleID\""), ("\"level\": \"error\"", "\"level\": \"bad\""),
      ("\"startLine\":1", "\"startLine\":0"), ("\"uri\": \"", "\"uri\": \":"),
      ("\"text\": \"", "\"text\": \"{0}"), ("2.1.0\",", "2.2.0\","),
    ] {
      #expect(good.contains(from))
      let bad = good.replacingOccurrences(of: from, with: to)
      #expect(
        try !schema.errors(in: JSONSerialization.jsonObject(with: Data(bad.utf8))).isEmpty, "\(to)")
    }
  }

  @Test(arguments: Verdicts.all.map(\.name))
  func resultsPointToTheirRules(name: String) throws {
    let judged = Verdicts.named(name)
    let ids = try rules(judged).map { $0["id"] as? String }
    #expect(Set(ids).count == ids.count)
    for result in try results(judged) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
  }

  @Test func namesTheFileWithPackets() throws {
    let attachments = try results(Verdicts.mixed).compactMap {
      $0["attachments"] as? [[String: Any]]
    }
    #expect(attachments.count == 1)
    let place = attachments.first?.first?["artifactLocation"] as? [String: Any]
    #expect(
      place?["uri"] as? String
        == "out%20of%20today/evidence/tcp-retransmissions-001.pcapng")
  }

  @Test func tellsFindingsAndExpectations() throws {
    let results = try results(Verdicts.mixed)
    #expect(
      results.map { "\($0["level"] ?? "") \($0["ruleId"] ?? "")" } == [
        "error expectation", "warning expectation", "warning capture-cut-short",
        "error tcp-retransmissions", "warning tcp-retransmissions", "note tcp-zero-window",
        "warning tcp-retransmissions",
      ])
    #expect(
      text(results[3]["message"]) == """
        Segments are sent again: 198.51.100.1 → 192.0.2.1:80/tcp: It sent 50 of 950 segments again \
        (5.26 %, bound 5 %; first packet 17)
        """)
    let properties = try #require(results[3]["properties"] as? [String: Any])
    #expect(properties["measured"] as? Double == 5.26)
    #expect(properties["threshold"] as? Double == 5)
    #expect(properties["unit"] as? String == "%")
    #expect(properties["packets"] as? [Int] == [17, 21])
    #expect(properties["filter"] as? String == "tcp.analysis.retransmission")
  }

  @Test func tellsWhatIsInDoubtAsNotesOnTheRun() throws {
    let invocations = try #require(try run(Verdicts.mixed)["invocations"] as? [[String: Any]])
    #expect(invocations.first?["exitCode"] as? Int == 1)
    let notes = invocations.first?["toolExecutionNotifications"] as? [[String: Any]]
    #expect(
      notes?.map { text($0["message"]) } == [
        "low loss: expected < 1 %, but the capture cannot tell: packets are missing from the capture",
        "held back because the capture holds only one side of many connections: tcp-service-refused (3)",
      ])
  }

  @Test func namesTheFileByARelativeReference() throws {
    let uris = try results(Verdicts.mixed).map { result -> String? in
      let location = (result["locations"] as? [[String: Any]])?.first
      let physical = location?["physicalLocation"] as? [String: Any]
      return (physical?["artifactLocation"] as? [String: Any])?["uri"] as? String
    }
    #expect(uris[2] == "captures/b%20c.pcap")
    #expect(uris[3] == "captures/a%3A1.pcap")
  }

  @Test(arguments: Verdicts.all.map(\.name))
  func fingerprintsAreAllDifferent(name: String) throws {
    let marks = try results(Verdicts.named(name)).map { result in
      (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
    }
    #expect(Set(marks).count == marks.count)
  }

  @Test func fingerprintsDoNotDependOnWhatWasMeasured() throws {
    func marks(_ share: Double) throws -> [[String: String]?] {
      let finding = Verdicts.retransmissions(
        .warning, .init(v4: 0xC000_0201), share: share, packets: [UInt64(share)])
      return try results(
        JudgedCapture(Verdict(judgement: Judgement(findings: [finding])), paths: ["x"])
      ).map { $0["partialFingerprints"] as? [String: String] }
    }
    #expect(try marks(2) == marks(3))
    // Stored by those who read reports: another value makes every known problem a new one.
    #expect(try marks(2).first??["packetpressProblem/v1"] == "25emxsjida687")
  }

  @Test func leavesNoLinkInMessages() throws {
    let judged = JudgedCapture(
      Verdict(expectations: [
        .init(name: "[a](http://b)", expected: "{0}", measured: "", outcome: .failed)
      ]), paths: [])
    #expect(
      try text(results(judged).first?["message"]) == "[a] (http://b): expected {{0}}")
  }

  @Test func keepsWithinTheLimitsOfGitHub() throws {
    #expect(try results(Verdicts.huge).count < 5_000)
    #expect(SARIFReport(Verdicts.huge).bytes.count < 10_000_000)
    #expect(SARIFReport(Verdicts.hostile).bytes.count < Verdicts.hostileText.count * 80_000)
  }

  @Test func writesNoControlOrBidirectionalCharacters() {
    let bytes = SARIFReport(Verdicts.hostile).bytes
    #expect(Hidden.scalars(in: String(decoding: bytes, as: UTF8.self)).isEmpty)
  }
}
