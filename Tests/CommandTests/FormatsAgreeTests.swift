import Foundation
import TestSupport
import Testing

/// What report.json says stands in the page, on paper and in the summary.
@Suite struct FormatsAgreeTests {
  private let scratch = try! Scratch()

  @Test(.enabled(if: Tool.isInstalled("pdftotext"))) func onTwentyNumbers() throws {
    let report = scratch.file("report")
    let outcome = try PacketpressBinary.run(
      ["analyze", Project.sample("everything.pcapng").path, "-o", report.path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let numbers = try Numbers(in: report.appending(path: "report.json"))
    let facts = try facts(numbers)
    #expect(facts.count >= 20)
    #expect(Set(facts).count == facts.count)

    let paper = try #require(Tool("pdftotext")).run(
      ["-raw", report.appending(path: "report.pdf").path, "-"]
    ).text
    let page = try String(contentsOf: report.appending(path: "index.html"), encoding: .utf8)
    let summary = try String(contentsOf: report.appending(path: "summary.md"), encoding: .utf8)
    let texts = [
      "report.pdf": paper, "summary.md": summary.replacing(/[\\*`]/, with: ""),
      "index.html": page.replacing(/<svg.*?<\/svg>/, with: "").replacing(/<[^>]*>/, with: " "),
    ]
    for (name, text) in texts {
      let words = " " + text.split(whereSeparator: \.isWhitespace).joined(separator: " ") + " "
      for fact in facts {
        #expect(try words.contains(Regex("[^0-9.,]" + fact + "[^0-9]")), "\(fact) in \(name)")
      }
    }
  }

  /// Each with the words beside it, where it has some, so that no other number will do.
  private func facts(_ json: Numbers) throws -> [String] {
    let share = try json["tcp.retransmissions"] / json["tcp.packets"] * 100
    let failed = try json.count(of: "http.statuses") { $0 >= "400" }
    let rate = try json["capture.bytes"] * 8 / json["capture.duration_seconds"]
    return try [
      "\(json.text("capture.packets")) packets",
      "\(Int((json["capture.bytes"] / 1000).rounded())) kB in",
      "in \((json["capture.duration_seconds"] * 10).rounded() / 10) s",
      "\(Int((rate / 1000).rounded())) kbit/s",
      json.text("hosts_total"), json.text("conversations_total"),
      "\(json.text("tcp.connections")) connections",
      "\(json.text("tcp.established")) with a completed handshake",
      "\((share * 10).rounded() / 10) % of the packets were sent again",
      "\(json.text("dns.queries")) queries", "\(json.text("dns.names_total")) names",
      "\(json.text("dns.unanswered")) without a response",
      "\(json.text("http.requests")) requests in clear text",
      "\(json.text("http.hosts_total")) hosts", "\(json.text("http.responses")) responses",
      "\(failed) of them with an error status",
      "\(json.text("tls.client_hellos")) client hellos",
      "\(json.text("tls.server_names_total")) server names",
      "\(json.text("tls.certificates_total")) certificate",
      "\(json.text("arp.packets")) ARP packets",
      "\(json.count(of: "icmp.types") + json.count(of: "icmp.v6_types")) ICMP messages",
      "\(json.text("icmp.echo_replies")) of \(json.text("icmp.echo_requests")) echo requests",
    ]
  }

  /// The numbers of a report.json by the path of their keys.
  private struct Numbers {
    private let whole: [String: Any]

    init(in file: URL) throws {
      let data = try Data(contentsOf: file)
      whole = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func value(_ path: String) -> Any? {
      path.split(separator: ".").reduce(whole as Any?) { object, key in
        (object as? [String: Any])?[String(key)]
      }
    }

    subscript(path: String) -> Double {
      get throws { try #require(value(path) as? NSNumber, "\(path)").doubleValue }
    }

    /// With a comma between thousands, as people write it.
    func text(_ path: String) throws -> String {
      let digits = String(Int(try self[path]))
      return digits.replacing(/(\d)(?=(\d{3})+$)/) { "\($0.1)," }
    }

    /// The sum of an object of counts, of those keys that are asked for.
    func count(of path: String, where isCounted: (String) -> Bool = { _ in true }) throws -> Int {
      let counts = try #require(value(path) as? [String: Int], "\(path)")
      return counts.filter { isCounted($0.key) }.values.reduce(0, +)
    }
  }
}
