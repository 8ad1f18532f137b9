import Findings
import Reporting
import Testing

@Suite struct VerdictLinesTests {
  @Test func saysNothingWhenNothingIsWrong() {
    #expect(VerdictLines(Verdicts.empty).text.isEmpty)
  }

  @Test func tellsOneProblemALine() {
    #expect(
      VerdictLines(Verdicts.mixed).text == """
        failed "only known peers" 203.0.113.7: expected none, measured 1 (the device talks to three \
        names only; first packet 5)
        inconclusive "low loss": expected < 1 %, but the capture cannot tell: packets are missing from \
        the capture
        warned "few resets": expected < 1 %, measured 2 %
        warning capture-cut-short b c.pcap: b c.pcap ends early at byte 7
        error tcp-retransmissions 198.51.100.1 → 192.0.2.1:80/tcp: It sent 50 of 950 segments again \
        (5.26 %, bound 5 %; first packet 17)
        warning tcp-retransmissions 198.51.100.1 → [2001:db8::1]:80/tcp: It sent 50 of 950 segments \
        again (2.5 %, bound 2 %)
        note tcp-zero-window 192.0.2.9: It waited (1 time, bound 1 time; first packet 3)
        warning tcp-retransmissions: 1,200 more of these
        note held back because the capture holds only one side of many connections: tcp-service-refused (3)

        """)
  }

  @Test func leavesOutWhatIsBelowALevel() {
    let warnings = VerdictLines(Verdicts.mixed, from: .warning).text
    #expect(!warnings.contains("note ") && warnings.contains("\nwarning "))
    let errors = VerdictLines(Verdicts.mixed, from: .error).text
    #expect(errors.split(separator: "\n").map { $0.prefix(6) } == ["failed", "error "])
  }

  @Test func staysOneLineEachWhateverTheNames() {
    let text = VerdictLines(Verdicts.hostile).text
    #expect(Hidden.scalars(in: text).isEmpty)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Each text: three outcomes that are not a pass, and two findings; and the end.
    #expect(lines.count == Verdicts.hostileText.count * 5 + 1)
    for line in lines { #expect(line.unicodeScalars.count < 2_000) }
  }

  @Test func endsSomewhere() {
    #expect(VerdictLines(Verdicts.huge).text.split(separator: "\n").count == 4_661)
  }
}
