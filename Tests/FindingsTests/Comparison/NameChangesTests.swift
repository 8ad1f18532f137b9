import Findings
import Testing
import TrafficAnalysis

struct NameChangesTests {
  private func asked(_ names: String...) -> Snapshot {
    capture { snapshot in
      snapshot.dns.names.rows = names.map { name in
        var row = DNSName(name: name)
        row.queries = 1
        return row
      }
    }
  }

  @Test func namesAreNewAndGone() {
    #expect(
      told(.names, asked("a.example", "b.example"), asked("b.example", "c.example"))
        == ["+c.example", "-a.example"])
  }

  @Test func namesOfDNSTLSAndHTTPAreTheSame() {
    let new = capture { snapshot in
      snapshot.tls.serverNames.rows = [TLSServerName(name: "A.example", clientHellos: 1)]
      snapshot.http.hosts.rows = [HTTPHost(name: "b.example", requests: 1)]
    }
    #expect(told(.names, asked("a.example"), new) == ["+b.example"])
  }

  @Test func addressesAreNoNames() {
    let new = capture { snapshot in
      snapshot.dns.names.rows = ["1.0.0.10.in-addr.arpa", "<Root>"].map { name in
        var row = DNSName(name: name)
        row.queries = 1
        return row
      }
      snapshot.http.hosts.rows = ["10.0.0.1", "10.0.0.1:8080", "[::1]:80"].map {
        HTTPHost(name: $0, requests: 1)
      }
    }
    #expect(told(.names, asked(), new) == ["+<Root>"])
  }

  @Test func userAgentsAreNewAndGone() {
    let base = capture { $0.http.userAgents = [Tally(name: "curl/8", count: 2)] }
    let new = capture { $0.http.userAgents = [Tally(name: "wget", count: 2)] }
    #expect(told(.userAgents, base, new) == ["+wget", "-curl/8"])
  }
}
