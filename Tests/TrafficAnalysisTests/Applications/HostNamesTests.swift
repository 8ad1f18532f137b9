import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct HostNamesTests {
  /// The names of 10.0.0.9, which takes part in the traffic.
  static func names(_ build: (inout Traffic) -> Void) -> [HostName] {
    let snapshot = Traffic.snapshot { traffic in
      build(&traffic)
      traffic.udp(from: (9, 1000), to: (1, 2000))
    }
    return snapshot.hosts.rows.first { $0.address == Traffic.address(9) }?.names ?? []
  }

  static func answer(_ message: DNSBuilder, in traffic: inout Traffic, port: UInt16 = 53) {
    traffic.udp(from: (53, port), to: (1, 40_000), message.bytes)
  }

  @Test func comeFromTheNameThatWasAskedFor() {
    let names = Self.names { traffic in
      let alias = DNSBuilder.Record("WWW.example.com", 5, DNSBuilder.name("cdn.example.net"))
      let address = DNSBuilder.Record("cdn.example.net", 1, [10, 0, 0, 9])
      Self.answer(.response("www.example.com", alias, address), in: &traffic)
    }
    #expect(names == [HostName(name: "www.example.com", source: "dns")])
  }

  @Test func comeFromTheOwnerOfARecordThatNobodyAskedFor() {
    let names = Self.names { traffic in
      let address = DNSBuilder.Record("other.example", 1, [10, 0, 0, 9])
      Self.answer(.response("www.example.com", address), in: &traffic)
    }
    #expect(names == [HostName(name: "other.example", source: "dns")])
  }

  @Test func comeFromReverseNames() {
    let names = Self.names { traffic in
      let pointer = DNSBuilder.Record("9.0.0.10.in-addr.arpa", 12, DNSBuilder.name("nas.example"))
      Self.answer(.response("9.0.0.10.in-addr.arpa", type: 12, pointer), in: &traffic)
    }
    #expect(names == [HostName(name: "nas.example", source: "dns")])
  }

  @Test func comeFromHintsAndAddressesThatCameAlong() {
    let names = Self.names { traffic in
      let hint = DNSBuilder.Record("a.example", 65, [0, 1, 0, 0, 4, 0, 4, 10, 0, 0, 9])
      Self.answer(.response("a.example", type: 65, hint), in: &traffic)
      traffic.wait(milliseconds: 10)
      var service = DNSBuilder.response("_sip._udp.example", type: 33)
      service.additional = [.init("sip.example", 1, [10, 0, 0, 9])]
      Self.answer(service, in: &traffic)
    }
    #expect(names.map(\.name) == ["sip.example", "a.example"])
  }

  @Test func keepTheLatestTwoOfEachSource() {
    let names = Self.names { traffic in
      for name in ["one", "two", "three", "two", "one"] {
        let address = DNSBuilder.Record(name, 1, [10, 0, 0, 9])
        Self.answer(.response(name, address), in: &traffic)
        Self.answer(.response(name, address), in: &traffic, port: 5353)
      }
    }
    #expect(names.map(\.name) == ["one", "two", "one", "two"])
    #expect(names.map(\.source) == ["dns", "dns", "mdns", "mdns"])
  }

  @Test func ofFilesComeFirst() {
    let analyzer = TrafficAnalyzer()
    var traffic = Traffic()
    let address = DNSBuilder.Record("dns.example", 1, [10, 0, 0, 9])
    Self.answer(.response("dns.example", address), in: &traffic)
    traffic.udp(from: (9, 1000), to: (1, 2000))
    for block in traffic.blocks() { analyzer.consume(block) }
    var builder = SnapshotBuilder(options: AnalysisOptions())
    builder.add(analyzer)
    var file = CaptureFileSummary(name: "a", format: "pcapng")
    file.names = [
      NameRecord(address: [10, 0, 0, 9], names: ["first", "second\u{7}"]),
      NameRecord(address: [1], names: ["of nobody"]),
    ]
    let hosts = builder.snapshot(files: [file]).hosts.rows
    let names = hosts.first { $0.address == Traffic.address(9) }?.names
    #expect(names?.map(\.name) == ["first", #"second\a"#, "dns.example"])
    #expect(names?.map(\.source) == ["pcapng", "pcapng", "dns"])
  }

  @Test func areNotGivenToWhatIsNoHost() {
    let snapshot = Traffic.snapshot { traffic in
      let address = DNSBuilder.Record("blocked.example", 1, [0, 0, 0, 0])
      Self.answer(.response("blocked.example", address), in: &traffic)
      traffic.add(Traffic.ipv4(17, from: 1, to: 2, []))
    }
    #expect(snapshot.hosts.rows.flatMap(\.names).isEmpty)
  }

  @Test(arguments: [
    ("4.3.2.1.in-addr.arpa", "1.2.3.4"), ("4.3.2.1.IN-ADDR.ARPA", "1.2.3.4"),
    ("4.3.2.in-addr.arpa", nil), ("256.3.2.1.in-addr.arpa", nil), ("4.3.2.1.example.arpa", nil),
    (
      "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
      "2001:db8::1"
    ),
    ("10.0.ip6.arpa", nil), ("", nil), ("arpa", nil), ("+4.3.2.1.in-addr.arpa", nil),
  ])
  func readsReverseNames(name: String, address: String?) {
    #expect(IPAddress(reverseName: name)?.description == address)
  }
}
