import Findings
import PacketDecoding
import Reporting
import Wording

/// Verdicts that tests write in every format.
enum Verdicts {
  static let all: [(name: String, judged: JudgedCapture)] = [
    ("empty", empty), ("mixed", mixed), ("hostile", hostile), ("huge", huge),
  ]

  static func named(_ name: String) -> JudgedCapture {
    all.first { $0.name == name }?.judged ?? empty
  }

  static let empty = JudgedCapture(Verdict(), paths: ["a.pcap"], version: "1.0.0")

  /// Something of everything.
  static let mixed = JudgedCapture(
    Verdict(
      judgement: Judgement(
        findings: [
          Finding(
            CutShortFile.self, .warning, subject: .file("b c.pcap"),
            detail: Phrase(verbatim: "b c.pcap ends early at byte 7."), measured: 1, threshold: 1,
            unit: .files,
            packets: [], filter: "frame"),
          retransmissions(
            .error, IPAddress(v4: 0xC000_0201), share: 5.26, packets: [17, 21], evidence: 1),
          retransmissions(
            .warning, IPAddress(high: 0x2001_0DB8_0000_0000, low: 1), share: 2.5, packets: []),
          Finding(
            ZeroWindows.self, .note, subject: .host(IPAddress(v4: 0xC000_0209)),
            detail: Phrase(verbatim: "It waited."),
            measured: 1, threshold: 1, unit: .times, packets: [3], filter: "ip.addr == 192.0.2.9"),
        ],
        heldBack: [
          .init(id: ServiceRefused.id, title: ServiceRefused.title, count: 3, doubt: .oneSided)
        ],
        further: [
          .init(
            id: Retransmissions.id, title: Retransmissions.title, count: 1_200, severity: .warning)
        ]),
      expectations: [
        ExpectationResult(
          name: "talks", expected: "≥ 1", measured: "44", unit: "packets", outcome: .passed),
        ExpectationResult(
          name: "only known peers", expected: "none", measured: "1", outcome: .failed,
          reason: Phrase(verbatim: "the device talks to three names only"), packets: [5, 9],
          subject: "203.0.113.7"),
        ExpectationResult(
          name: "few resets", expected: "< 1", measured: "2", unit: "%", outcome: .warned),
        ExpectationResult(
          name: "low loss", expected: "< 1", measured: "", unit: "%", outcome: .inconclusive,
          reason: "packets are missing from the capture"),
      ]),
    paths: ["captures/a:1.pcap", "./captures//b c.pcap"], failOn: .error, version: "1.0.0",
    directory: "out of today")

  static func retransmissions(
    _ severity: Severity, _ server: IPAddress, share: Double, packets: [UInt64],
    evidence: Int? = nil
  ) -> Finding {
    var finding = Finding(
      Retransmissions.self, severity,
      subject: .use(
        client: IPAddress(v4: 0xC633_6401), server: server, transport: "tcp", port: 80),
      detail: Phrase(verbatim: "It sent 50 of 950 segments again."), measured: share,
      threshold: severity == .error ? 5 : 2, unit: .percent, packets: packets,
      filter: "tcp.analysis.retransmission")
    finding.evidence = evidence.map { "evidence/tcp-retransmissions-00\($0).pcapng" }
    return finding
  }
}

extension Verdicts {
  /// What the formats of verdicts would act on, besides what pages would.
  static let hostileText =
    Snapshots.hostile + [
      "]]>", "--><!--", "<![CDATA[", "&amp;#0;&#x1b;", "\u{FFFE}\u{FFFF}\u{1FFFF}",
      "\u{B}\u{C}\u{1}",
      "\n::error title=x::y", "%0A::error::x", "::stop-commands::x", "##[error]x", "{0}{1}",
      "[click](https://example.org)", "../../etc/passwd", "//host/share", "a:b:c", "%2e%2e",
      String(repeating: "{", count: 60_000), String(repeating: "😀", count: 20_000),
      String(repeating: "\u{1B}", count: 60_000), "name\n", "e\u{301}/\u{301}x",
    ]

  /// Every text that comes from a capture, an expectation or a command line is hostile.
  static let hostile = JudgedCapture(
    Verdict(
      judgement: Judgement(
        findings: hostileText.flatMap { text in
          [FindingSubject.name(text), .file(text)].map { subject in
            Finding(
              Retransmissions.self, .error, subject: subject, detail: "\(text)",
              measured: .infinity,
              threshold: .nan, unit: .percent, packets: Array(repeating: .max, count: 200),
              filter: text)
          }
        }),
      expectations: hostileText.flatMap { text in
        ExpectationResult.Outcome.allCases.map { outcome in
          ExpectationResult(
            name: text, expected: text, measured: "\(text)", unit: text, outcome: outcome,
            reason: "\(text)",
            packets: Array(repeating: .max, count: 200), subject: text)
        }
      }),
    paths: hostileText, failOn: .note, version: "1.0.0")

  /// More than any program that reads it takes.
  static let huge = JudgedCapture(
    Verdict(
      judgement: Judgement(
        findings: (1...660).map { index in
          retransmissions(.error, IPAddress(v4: 0x0A00_0000 + index), share: 9, packets: [])
        }),
      expectations: (1...12_000).map { index in
        ExpectationResult(
          name: "expectation \(index % 3_000)", expected: "1", measured: "2",
          outcome: index % 4 == 0 ? .passed : .failed, packets: [1])
      }),
    paths: (1...500).map { "\($0).pcap" }, failOn: .error, version: "1.0.0")
}
