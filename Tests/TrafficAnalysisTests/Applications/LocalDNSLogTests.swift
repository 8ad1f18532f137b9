import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct LocalDNSLogTests {
  static func mdns(_ messages: DNSBuilder...) -> LocalDNSSummary {
    Traffic.snapshot { traffic in
      for message in messages {
        traffic.udp(from: (7, 5353), to: (251, 5353), message.bytes)
      }
    }.mdns
  }

  static func announcement(_ type: String, _ target: String) -> DNSBuilder {
    var message = DNSBuilder(flags: 0x8400)
    message.answers = [.init(type, 12, DNSBuilder.name(target))]
    return message
  }

  @Test func countsEachQuestion() {
    var query = DNSBuilder.query("printer.local")
    query.questions.append(("printer.local", 28))
    query.questions.append(("nas.local", 1))
    let mdns = Self.mdns(query)
    #expect(mdns.queries == 1)
    #expect(mdns.names.rows.map(\.name) == ["printer.local", "nas.local"])
    #expect(mdns.names.rows.map(\.queries) == [2, 1])
  }

  @Test func groupsInstancesUnderTheirService() {
    let mdns = Self.mdns(
      Self.announcement("_ipp._tcp.local", "Office printer._ipp._tcp.local"),
      Self.announcement("_universal._sub._ipp._tcp.local", "Office printer._ipp._tcp.local"),
      Self.announcement("_ipp._tcp.local", "Hall 50-3._ipp._tcp.local"),
      Self.announcement("_odd._udp.local", "x._odd._udp.local"),
      Self.announcement("_services._dns-sd._udp.local", "_ssh._tcp.local"))
    #expect(mdns.responses == 5)
    #expect(mdns.services.rows.map(\.type) == ["_ipp._tcp", "_odd._udp", "_ssh._tcp"])
    #expect(mdns.services.rows.map(\.announcements) == [3, 1, 1])
    #expect(mdns.services.rows[0].instances == ["Hall 50-3", "Office printer"])
    #expect(mdns.services.rows[0].meaning == "Printer (IPP)")
    #expect(mdns.services.rows[1].meaning == nil)
    #expect(mdns.services.rows[2].instances.isEmpty)
  }

  @Test func takesOtherPointersForNoService() {
    let mdns = Self.mdns(
      Self.announcement("7.0.0.10.in-addr.arpa", "nas.local"), Self.announcement("_tcp", "x"))
    #expect(mdns.services.rows.isEmpty)
  }
}
