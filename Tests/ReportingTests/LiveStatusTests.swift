import CaptureFormats
import Foundation
import Reporting
import Testing

@Suite struct LiveStatusTests {
  private func status(_ change: (inout LivePage) -> Void = { _ in }) -> LiveStatus {
    var page = LiveReports.page(7)
    change(&page)
    return LiveStatus(page: page, version: "1.0.0")
  }

  @Test func tellsTheNewestReport() throws {
    let status = status { $0.notices = ["disk full"] }
    let value = try #require(
      JSONSerialization.jsonObject(with: Data(status.json)) as? [String: Any])
    #expect(value["schema"] as? String == "packetpress/status/1")
    #expect(value["state"] as? String == "running")
    #expect(value["generation"] as? Int == 7)
    #expect(value["updated"] as? String == "2024-05-01T10:32:12.123456789Z")
    #expect(value["notices"] as? [String] == ["disk full"])
  }

  @Test func saysTheSameToScripts() throws {
    let text = String(decoding: status().script, as: UTF8.self)
    #expect(text.hasPrefix("packetpressStatus({") && text.hasSuffix("});\n"))
    let object = Data(text.dropFirst("packetpressStatus(".count).dropLast(3).utf8)
    let fromScript = try #require(JSONSerialization.jsonObject(with: object) as? NSDictionary)
    #expect(fromScript == (try JSONSerialization.jsonObject(with: Data(status().json)) as? NSDictionary))
  }

  @Test func writesMetricsWithHelpAndTypeBeforeEach() {
    let metrics = String(decoding: status().metrics, as: UTF8.self)
    for line in [
      "# TYPE packetpress_packets_total counter", "packetpress_packets_total 184293",
      "packetpress_dropped_total{interface=\"eth0\",by=\"kernel\"} 0",
      "packetpress_interface_up{interface=\"eth0\"} 1", "packetpress_flows 321",
      "packetpress_report_generation 7",
      "packetpress_report_timestamp_seconds 1714559532.123456789",
      "packetpress_build_info{version=\"1.0.0\"} 1",
    ] {
      #expect(metrics.contains("\n\(line)\n"), "\(line)")
    }
    var known: Set<Substring> = []
    for line in metrics.split(separator: "\n") {
      if line.hasPrefix("# TYPE ") { known.insert(line.split(separator: " ")[2]) }
      guard !line.hasPrefix("#") else { continue }
      #expect(known.contains(line.prefix { !"{ ".contains($0) }), "\(line)")
    }
  }

  @Test func escapesLabels() {
    let metrics = status { page in
      page.interfaces[0].name = "a\"b\\c\nd"
      page.interfaces[0].state = "gone"
    }.metrics
    let text = String(decoding: metrics, as: UTF8.self)
    #expect(text.contains("packetpress_interface_up{interface=\"a\\\"b\\\\c\\nd\"} 0\n"))
  }

  @Test func leavesDropsOutWhereNobodyCounts() {
    let unknown = status { page in
      page.interfaces = []
      page.dropped = nil
    }
    #expect(!String(decoding: unknown.metrics, as: UTF8.self).contains("dropped"))
    #expect(String(decoding: unknown.json, as: UTF8.self).contains("\"dropped\": null"))
    let known = status { $0.interfaces = [] }
    #expect(String(decoding: known.metrics, as: UTF8.self).contains("packetpress_dropped_total 0\n"))
  }
}
