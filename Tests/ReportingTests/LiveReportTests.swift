import CaptureFormats
import Foundation
import Reporting
import Testing
import TrafficAnalysis

@Suite struct LiveReportTests {
  @Test func hasTwoPagesThatLeadToEachOther() throws {
    let files = LiveReports.third
    let whole = try #require(files["index.html"])
    let window = try #require(files["window/index.html"])
    #expect(whole.contains("<a href=\"index.html\" aria-current=\"page\">Since the start</a>"))
    #expect(whole.contains("<a href=\"window/index.html\">Last 15 min</a>"))
    #expect(window.contains("<a href=\"../index.html\">Since the start</a>"))
    #expect(window.contains("<a href=\"index.html\" aria-current=\"page\">Last 15 min</a>"))
    #expect(window.contains("<h1>eth0: the last 15 min</h1>"))
    #expect(window.contains("src=\"../live.js\"") && whole.contains("src=\"live.js\""))
  }

  @Test func namesOnlyFilesThatAreThere() throws {
    let files = LiveReports.third
    for folder in ["", "window/"] {
      let page = try #require(files["\(folder)index.html"])
      for match in page.matches(of: /\s(?:src|srcset|href)="([^"#?]+)[^"]*"/) {
        var path = folder + match.1
        if path.hasPrefix("window/../") { path.removeFirst("window/../".count) }
        #expect(files[path] != nil, "\(path) of \(folder)index.html")
      }
    }
  }

  @Test func refreshesWithoutScriptInStepWithTheReports() throws {
    var page = LiveReports.page(1, every: 30)
    for path in ["index.html", "window/index.html"] {
      let text = try #require(LiveReports.quietFiles(page)[path])
      #expect(
        text.contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>"))
      #expect(text.contains("script-src 'self'; connect-src 'self'; base-uri"))
    }
    page.state = .ended
    for path in ["index.html", "window/index.html"] {
      let text = try #require(LiveReports.quietFiles(page)[path])
      #expect(!text.contains("http-equiv=\"refresh\"") && !text.contains("live.js"))
    }
  }

  @Test func leavesOutOfTheWindowWhatIsNotKeptForIt() throws {
    let window = try #require(LiveReports.third["window/index.html"])
    let sections = window.matches(of: /<section id="([^"]+)"/).map { String($0.1) }
    #expect(
      sections == [
        "summary", "time", "protocols", "hosts", "conversations", "services", "packet-sizes",
        "geography", "recent-packets",
      ])
    #expect(window.contains("in the last 15 min; the largest"))
    #expect(!window.contains("report.json") && !window.contains("tables/"))
  }

  @Test func showsTheNewestPacketFirst() throws {
    let page = try #require(LiveReports.third["index.html"])
    let table = try #require(page.firstRange(of: "id=\"recent-packets-table\"")).upperBound
    let numbers = page[table...].matches(of: /<th scope="row" class="n">([0-9,]+)</).map(\.1)
    #expect(numbers.count == 50)
    #expect(numbers.first == "184,253" && numbers.last == "184,204")
  }

  @Test func saysHowTheCaptureStands() throws {
    var page = LiveReports.page(5)
    page.dropped = 77
    page.notices = ["eth1 is down; waiting for it <b>"]
    page.saved = ["a.pcapng", "b.pcapng"]
    page.interfaces.append(
      .init(name: "eth1", state: "down", received: 4, dropped: 77, droppedByInterface: 0))
    let text = try #require(LiveReports.quietFiles(page)["index.html"])
    #expect(text.contains("<div class=\"marked\"><dt>Dropped</dt><dd>77"))
    #expect(text.contains("eth1 is down; waiting for it &lt;b&gt;"))
    #expect(text.contains("Saved to <code>a.pcapng</code>, <code>b.pcapng</code>."))
    #expect(text.contains("<time datetime=\"2024-05-01T10:32:10.123456789Z\">10:32:10 UTC<"))
    let table = try #require(text.firstRange(of: "id=\"live-interfaces\"")).upperBound
    let end = try #require(text.firstRange(of: "</aside>")).lowerBound
    let head = /<th scope="row" class="t mono whole">(eth.)</
    let names = text[table..<end].matches(of: head).map(\.1)
    #expect(names == ["eth1", "eth0"])
  }

  @Test func keepsHostileTextAsText() throws {
    for text in Snapshots.hostile {
      var page = LiveReports.page(1)
      page.source = text
      page.notices = [text]
      page.saved = [text]
      page.interfaces = [
        .init(name: text, state: text, received: .max, dropped: .max, droppedByInterface: .max),
        .init(name: text, state: "up", received: .max, dropped: .max, droppedByInterface: .max),
      ]
      let report = Report(
        Snapshot(),
        options: Reports.options { options in
          options.live = page
          options.formats = [.html]
        })
      let html = String(decoding: try #require(report.files().last).bytes, as: UTF8.self)
      for tag in HTMLReportTests.tags(of: html) {
        #expect(tag.firstMatch(of: /\son[a-z]+=/) == nil, "\(tag)")
      }
      #expect(!html.contains("<script>") && !html.contains("<b>bold"))
    }
  }

  @Test func isPlainAtTheEnd() throws {
    var page = LiveReports.page(9)
    page.state = .ended
    let live = try LiveReports.quietFiles(page)
    let plain = try Reports.files(Snapshot()) { $0.formats = [.html, .json] }
    for (path, bytes) in plain where !path.hasPrefix("charts/") {
      #expect(live[path] == String(decoding: bytes, as: UTF8.self), "\(path)")
    }
    #expect(live["live.js"] == nil)
    let window = try #require(live["window/index.html"])
    #expect(window.contains(">Ended</b>") && window.contains("../index.html"))
    #expect(live["status.json"]?.contains("\"state\": \"ended\"") == true)
  }

  @Test func followsTheSchemaOfReports() throws {
    let json = try #require(LiveReports.third["report.json"])
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try SchemaValidator.report().errors(in: value).prefix(5) == [])
    let live = try #require((value as? [String: Any])?["live"] as? [String: Any])
    #expect(live["generation"] as? Int == 3)
  }

  @Test func hasNoPagesWithoutThatFormat() throws {
    let files = try LiveReports.report(LiveReports.page(1)) { $0.formats = [.json] }.files()
    #expect(files.map(\.path) == ["report.json", "status.json", "status.js"])
  }

  /// Live reports to be looked at, for as many seconds as the environment says.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["LIVE_REPORT_TO_LOOK_AT"] != nil))
  func writesALiveReportToLookAt() throws {
    let environment = ProcessInfo.processInfo.environment
    let writer = ReportWriter(directory: try #require(environment["LIVE_REPORT_TO_LOOK_AT"]))
    let seconds = UInt64(environment["SECONDS"] ?? "") ?? 1
    for generation in 1...seconds {
      var page = LiveReports.page(generation, updated: LiveReports.now)
      if environment["TROUBLE"] != nil { LiveReports.addTrouble(to: &page) }
      try writer.write(LiveReports.report(page).files(parallel: true))
      if generation < seconds { Thread.sleep(forTimeInterval: 1) }
    }
  }
}
