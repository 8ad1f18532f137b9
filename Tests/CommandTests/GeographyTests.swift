import Foundation
import TestSupport
import Testing

/// `--geoip` and `--mac-vendors`: what lists on this machine add to a report.
@Suite struct GeographyTests {
  let scratch = try! Scratch()
  private static let sample = Project.sample("everything.pcapng").path

  private func database(_ builder: MMDBBuilder, _ name: String) throws -> String {
    let file = scratch.file(name)
    try Data(builder.bytes).write(to: file)
    return file.path
  }

  /// The report as JSON.
  private func report(_ arguments: String...) throws -> [String: Any] {
    let outcome = try PacketpressBinary.run(
      ["analyze", Self.sample, "--stdout", "json"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  private func rows(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

  @Test func saysWhereHostsAre() throws {
    let report = try report(
      "--geoip", try database(.documentationCountries(), "countries.mmdb"),
      "--geoip", try database(.documentationNetworks(), "networks.mmdb"))
    let geography = try #require(report["geography"] as? [String: Any])
    #expect(
      rows(geography["databases"]).map { $0["type"] as? String } == ["Test-Country", "Test-ASN"])
    let codes = rows(geography["countries"]).compactMap { $0["code"] as? String }
    #expect(Set(codes).isSuperset(of: ["DE", "JP"]))
    #expect(
      rows(geography["networks"]).contains { $0["organization"] as? String == "Example Access" })
    let hosts = rows(report["hosts"])
    #expect(hosts.contains { $0["country"] as? String == "private" })
    for host in hosts where (host["address"] as? String)?.hasPrefix("192.0.2.") == true {
      #expect(host["country"] as? String == "DE" && host["asn"] as? String == "AS64500")
    }
  }

  @Test func changesNothingWithoutADatabase() throws {
    let report = try report()
    #expect(report["geography"] is NSNull)
    #expect(rows(report["hosts"]).allSatisfy { $0["country"] is NSNull && $0["asn"] is NSNull })
    let skipped = rows(report["skipped"]).first { $0["section"] as? String == "geography" }
    #expect(skipped?["reason"] as? String == "no GeoIP database was given")
  }

  @Test(arguments: ["analyze", "export", "snapshot", "live"])
  func refusesADatabaseThatIsNoneBeforeItReads(command: String) throws {
    let letter = try scratch.write("Dear reader", to: "letter.mmdb").path
    let missing = scratch.file("missing.pcap").path
    let arguments = [
      "analyze": ["analyze", missing], "export": ["export", "hosts", missing],
      "snapshot": ["snapshot", missing, "-o", scratch.file("archive").path],
      "live": ["live", "--replay", missing, "-o", scratch.file("live").path],
    ]
    let outcome = try PacketpressBinary.run((arguments[command] ?? []) + ["--geoip", letter])
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("letter.mmdb: it holds no valid description"), "\(outcome.errors)")
  }

  @Test func saysWhoMadeAdapters() throws {
    let list = try scratch.write("00:00:5E\tICANN\tICANN, IANA Department\n", to: "manuf").path
    let hosts = rows(try report("--mac-vendors", list)["hosts"])
    let makers = hosts.filter { $0["mac"] is String }.map { $0["mac_vendor"] as? String }
    #expect(!makers.isEmpty && makers.allSatisfy { $0 == "ICANN, IANA Department" })
  }

  @Test func refusesAListThatIsNotThere() throws {
    let outcome = try PacketpressBinary.run(
      ["analyze", Self.sample, "--mac-vendors", "/nowhere/list"])
    #expect(outcome.status == 2 && outcome.messages.count == 1)
    #expect(
      outcome.errors.contains("--mac-vendors takes auto, none or a file"), "\(outcome.errors)")
  }
}
