import Foundation
import TestSupport
import Testing

struct FileResponseTests {
  private let server: TestServer

  init() throws { server = try TestServer() }

  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/window/", "text/html; charset=utf-8"),
    ("/report.json", "application/json; charset=utf-8"),
    ("/status.json", "application/json; charset=utf-8"),
    ("/live.js", "text/javascript; charset=utf-8"), ("/style.css", "text/css; charset=utf-8"),
    ("/charts/timeline.png", "image/png"), ("/report.pdf", "application/pdf"),
    ("/tables/hosts.csv", "text/csv; charset=utf-8"),
  ])
  func servesTheReport(_ path: String, _ type: String) throws {
    let name = path.hasSuffix("/") ? path.dropFirst() + "index.html" : path.dropFirst()
    let answer = try server.get(path)
    #expect(answer.status == 200)
    #expect(answer["content-type"] == type)
    #expect(answer["cache-control"] == "no-cache")
    #expect(answer["date"]?.hasSuffix("GMT") == true)
    #expect(answer.body == TestServer.report.first { $0.path == name }!.bytes)
    #expect(answer["content-length"] == "\(answer.body.count)")
  }

  @Test func sendsAFileOnceOnly() throws {
    let tag = try #require(try server.get("/")["etag"])
    #expect(tag.hasPrefix("\"") && tag.count > 20)
    for field in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
      let again = try server.get("/", "If-None-Match: \(field)")
      #expect(again.status == 304)
      #expect(again["etag"] == tag)
      #expect(again["content-length"] == nil && again["transfer-encoding"] == nil)
    }
    #expect(try server.get("/", "If-None-Match: \"other\"").status == 200)
    server.published.publish([("index.html", [65])], generation: 2)
    #expect(try server.get("/", "If-None-Match: \(tag)").status == 200)
  }

  @Test func compressesText() throws {
    let answer = try server.get("/", "Accept-Encoding: br, gzip;q=0.8")
    #expect(answer["content-encoding"] == "gzip")
    #expect(answer["vary"] == "Accept-Encoding")
    #expect(answer.body.count < TestServer.page.utf8.count / 10)
    #expect(try filter(answer.body, through: ["gzip", "-dc"]) == Array(TestServer.page.utf8))
    let plain = try server.get("/")
    #expect(plain["etag"] != answer["etag"])
    let again = try server.get("/", "Accept-Encoding: gzip", "If-None-Match: \(answer["etag"]!)")
    #expect(again.status == 304)
  }

  @Test func leavesAloneWhatDoesNotGain() throws {
    let fields = "Accept-Encoding: gzip"
    #expect(try server.get("/charts/timeline.png", fields)["content-encoding"] == nil)
    #expect(try server.get("/report.json", fields)["content-encoding"] == nil)
    #expect(try server.get("/", "Accept-Encoding: gzip;q=0, br")["content-encoding"] == nil)
  }

  @Test func answersHEADWithTheSameFields() throws {
    let head = try server.get("/", method: "HEAD")
    let whole = try server.get("/")
    #expect(head.status == 200)
    for name in ["content-length", "content-type", "etag", "vary"] {
      #expect(head[name] == whole[name])
    }
    // Nothing but the next response follows the head.
    let client = try server.connect()
    for _ in 0..<2 {
      client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(try client.readResponse(hasBody: false).status == 200)
    }
    #expect(client.received.isEmpty)
  }

  @Test func leadsFromAFolderToItsPage() throws {
    let answer = try server.get("/window")
    #expect(answer.status == 308)
    #expect(answer["location"] == "./window/")
    #expect(try server.get("/charts").status == 404)
    #expect(try server.get("/charts/").status == 404)
  }

  @Test func keepsTheReportBeforeForPagesThatAreLoading() throws {
    server.published.publish([("index.html", [66])], generation: 2)
    #expect(try server.get("/?g=1").text == TestServer.page)
    #expect(try server.get("/?g=2").text == "B")
    #expect(try server.get("/?g=7").text == "B")
    #expect(try server.get("/style.css?g=1").status == 200)
    #expect(try server.get("/style.css").status == 404)
  }

  @Test func tellsTheStatusBetweenReports() throws {
    #expect(try server.get("/metrics").status == 503)
    server.published.publishStatus(json: "{\"n\":2}", metrics: "packets_total 2\n")
    #expect(try server.get("/status.json").text == "{\"n\":2}")
    let metrics = try server.get("/metrics")
    #expect(metrics.text == "packets_total 2\n")
    #expect(metrics["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
    server.published.publish(TestServer.report, generation: 2)
    #expect(try server.get("/status.json").text == "{\"n\":1}")
    #expect(try server.get("/metrics").status == 200)
  }

  @Test func asksForPatienceBeforeTheFirstReport() throws {
    let server = try TestServer(publishing: nil)
    let answer = try server.get("/")
    #expect(answer.status == 503)
    #expect(answer["refresh"] == "1")
    #expect(try server.get("/healthz").status == 200)
  }
}
