import Findings
import Testing
import TrafficAnalysis
import TrafficSupport

struct ExpectationFileTests {
  private static let example = """
    expectations:
      - name: Handshakes are fast
        check: tcp.handshake_rtt.p95 <= 34ms
        reason: the line's SLA
      - name: Little is sent again
        check: tcp.retransmissions.share < 1 %
        severity: warn
      - name: Only our servers
        only: server_names
        are: [api.example.org, "*.example.org"]
      - name: Nobody else
        only: hosts
        are: [10.0.0.0/8, 192.0.2.7]
      - none_of: protocols
        are: [telnet, smb]
      - at_least_one: server_names
        of: [api.example.org]
      - name: Short calls
        count: conversations
        where: {server_port: 443, state: S0}
        is: < 5
      - per_host: bytes_sent
        is: <= 1.5MB
    findings:            # suppressions and settings
      off: [tcp-reset-after-data]
      thresholds:
        tcp-retransmissions.warning: 3
      suppress:
        - id: tcp-service-refused
          subject: "10.0.0.1:8080/tcp"
          reason: switched off on purpose, ticket 4711
          until: 2027-01-31

    """

  @Test func readsTheExample() throws {
    let file = try ExpectationFile(Self.example)
    #expect(file.expectations.count == 8)
    #expect(file.expectations[3].name == "Nobody else")
    #expect(file.expectations[4].name == "protocols: none of telnet, smb")
    #expect(file.expectations[0].reason == "the line's SLA")
    #expect(file.expectations[1].line == 5)
    #expect(file.suppressions.count == 1)
    let rule = try #require(FindingCatalog.rule("tcp-reset-after-data"))
    #expect(!file.settings.isOn(rule))
    let today = try #require(CalendarDate("2026-01-01"))
    let verdict = file.verdict(on: try sampleSnapshot("tls.pcapng"), today: today)
    #expect(verdict.results.count == 8)
    #expect(verdict.fails)
    #expect(verdict.judged.unused.count == 1)
  }

  @Test(arguments: ["", "# nothing\n", "expectations:\n", "expectations: []\nfindings:\n"])
  func maySayNothing(text: String) throws {
    #expect(try ExpectationFile(text).expectations.isEmpty)
  }

  @Test(arguments: [
    (
      "expectatoins: []", "line 1: the file has no key 'expectatoins'; did you mean 'expectations'?"
    ),
    (
      "- check: packets > 1",
      "line 1: the file is made of lines with a key and a value: 'name: Loss'"
    ),
    ("expectations: 5", "line 1: 'expectations' is a list: begin each entry with a hyphen"),
    (
      "expectations:\n - name: x\n   chekc: packets > 1",
      "line 3: an entry of 'expectations' has no key 'chekc'; did you mean 'check'?"
    ),
    (
      "expectations:\n - check: packets > 1\n   of: [1]",
      "line 3: an entry of 'expectations' has no key 'of'"
    ),
    (
      "expectations:\n - name: x",
      "line 2: an expectation needs one of 'check:', 'only:', 'none_of:', 'at_least_one:', 'count:', "
        + "'per_host:'"
    ),
    (
      "expectations:\n - check: packets > 1\n   only: hosts",
      "line 2: 'check' and 'only' are two expectations; give each its hyphen"
    ),
    (
      "expectations:\n - check: pakets > 1",
      "line 2: no metric is called 'pakets'; did you mean 'packets'?"
    ),
    (
      "expectations:\n - check: packets",
      "line 2: 'packets' compares nothing; write a metric and a bound: packets >= 100"
    ),
    (
      "expectations:\n - name: x\n   check: duration < 5sec",
      "line 3: no unit is called 'sec'; did you mean 's'?"
    ),
    (
      "expectations:\n - check: packets > 1\n   severity: warning",
      "line 3: no severity is called 'warning'; did you mean 'warn'?"
    ),
    (
      "expectations:\n - only: host\n   are: [10.0.0.1]",
      "line 2: no set is called 'host'; did you mean 'hosts'?"
    ),
    (
      "expectations:\n - only: hosts\n   are:\n    - 10.0.0.1\n    - 10.0.0.256",
      "line 5: '10.0.0.256' is no address or network, like 192.0.2.7 or 10.0.0.0/8"
    ),
    ("expectations:\n - only: hosts", "line 2: 'only: hosts' needs 'are:' with a list"),
    ("expectations:\n - only: hosts\n   are: []", "line 2: 'only: hosts' needs 'are:' with a list"),
    (
      "expectations:\n - none_of: protocols\n   are: [telent]",
      "line 3: no protocol is called 'telent'; did you mean 'telnet'?"
    ),
    (
      "expectations:\n - only: ports\n   are: [443/tpc]",
      "line 3: '443/tpc' is no port, like 443/tcp, 443 or 8000-8100/tcp"
    ),
    (
      "expectations:\n - only: countries\n   are: [Germany]",
      "line 3: 'Germany' is no country of two letters, like DE"
    ),
    (
      "expectations:\n - only: tls_versions\n   are: [TLS 1.4]",
      "line 3: no TLS version is called 'TLS 1.4'; did you mean 'TLS 1.0'?"
    ),
    (
      "expectations:\n - count: conversation\n   is: 5",
      "line 2: 'conversation' cannot be counted, conversations can; other numbers are metrics: "
        + "'check:'"
    ),
    (
      "expectations:\n - count: conversations\n   where: {state: S9}\n   is: 5",
      "line 3: no state is called 'S9'; did you mean 'S0'?"
    ),
    (
      "expectations:\n - count: conversations\n   where: {stat: S0}\n   is: 5",
      "line 3: no field is called 'stat'; did you mean 'state'?"
    ),
    ("expectations:\n - count: conversations", "line 2: an entry of 'expectations' needs 'is:'"),
    (
      "expectations:\n - per_host: byte_sent\n   is: < 5",
      "line 2: no number of a host is called 'byte_sent'; did you mean 'bytes_sent'?"
    ),
    (
      "expectations:\n - per_host: bytes\n   is: > 5",
      "line 3: not YAML: put the value in quotes, as in \"> 5\", or write 'more than 5'"
    ),
    (
      "expectations:\n - per_host: bytes\n   is: >5",
      "line 3: 'is': put the value in quotes, as in \"> 5\", or write 'more than 5'"
    ),
    (
      "expectations:\n - only: server_names\n   are: [*.example.org]",
      "line 3: not YAML: put names with * in quotes: \"*.example.org\""
    ),
    (
      "expectations:\n - name: x\n   name: y\n   check: packets > 1",
      "line 2: 'name' is there twice"
    ),
    (
      "findings:\n  supress: []",
      "line 2: 'findings' has no key 'supress'; did you mean 'suppress'?"
    ),
    (
      "findings:\n  suppress:\n   - id: tcp-service-refusd\n     reason: x",
      "line 3: no finding is called 'tcp-service-refusd'; did you mean 'tcp-service-refused'?"
    ),
    (
      "findings:\n  suppress:\n   - id: tcp-service-refused",
      "line 3: an entry of 'suppress' needs 'reason:'"
    ),
    (
      "findings:\n  suppress:\n   - id: tcp-service-refused\n     reason: x\n     until: 2027-02-29",
      "line 5: '2027-02-29' is no day, like 2027-01-31"
    ),
    (
      "findings:\n  off: [capture-drop]",
      "line 2: no finding is called 'capture-drop'; did you mean 'capture-drops'?"
    ),
    (
      "findings:\n  thresholds: {tcp-retransmissions.warnin: 5}",
      "line 2: no bound is called 'tcp-retransmissions.warnin'; did you mean "
        + "'tcp-retransmissions.warning'?"
    ),
    (
      "findings:\n  thresholds: {tcp-retransmissions.warning: many}",
      "line 2: 'many' is no value of tcp-retransmissions.warning, which is a number from 0"
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, message: String) throws {
    #expect(try problem(text) == "expect.yml " + message)
  }

  @Test func takesNoFileOfAnySize() throws {
    let text = String(repeating: "#", count: ExpectationFile.byteLimit + 1)
    #expect(try problem(text) == "expect.yml: over 1048576 bytes are no expectations")
  }
}
