import Foundation
import ReportServer
import Testing

struct ReportServerTests {
  @Test func saysThatTheAddressIsTaken() throws {
    let server = try TestServer()
    var settings = ServerSettings()
    settings.address = try ServerAddress(parsing: "\(server.port)")
    let second = ReportServer(PublishedReport(), settings: settings)
    let error = #expect(throws: ServerError.self) { try second.start() }
    #expect(
      error?.description == "cannot serve on 127.0.0.1:\(server.port): address already in use; "
        + "choose another with --serve 127.0.0.1:PORT")
    #expect(second.boundAddress == nil)
    #expect(try server.get("/").status == 200)
  }

  @Test func saysThatTheAddressIsNotThere() throws {
    var settings = ServerSettings()
    settings.address = try ServerAddress(parsing: "192.0.2.7:0")
    let error = #expect(throws: ServerError.self) {
      try ReportServer(PublishedReport(), settings: settings).start()
    }
    #expect(error?.description.contains("this machine has no such address") == true)
  }

  @Test func stopsWithinASecondWhateverClientsDo() throws {
    let large = [UInt8](repeating: 32, count: 8 << 20)
    let failures = Failures()
    let server = try TestServer(publishing: [("large.json", large)]) {
      $0.onFailure = { failures.add($0) }
    }
    let requests = [
      "", "GET", "GET /large.json HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ]
    let clients = try requests.map { request in
      let client = try server.connect(receiveBuffer: 4096)
      client.send(request)
      return client
    }
    try clients[3].read(until: "id: 1")
    let start = ContinuousClock.now
    server.server.stop()
    #expect(ContinuousClock.now - start < .seconds(1.1))
    #expect(server.server.boundAddress == nil)
    for client in clients { #expect(client.isClosed(within: 1)) }
    // The server of another test may have its address by now: it answers, or closes when it ends.
    if let other = try? server.connect() {
      other.send("GET /large.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let answer = try? other.readResponse(hasBody: true)
      #expect(answer.map { $0.status == 404 } ?? other.isClosed(within: 1))
    }
    #expect(failures.all.isEmpty)
    server.server.stop()
  }

  @Test func servesAgainOnTheSameAddress() throws {
    let first = try TestServer()
    #expect(try first.get("/").status == 200)
    first.server.stop()
    let second = try TestServer {
      $0.address = try! ServerAddress(parsing: "127.0.0.1:\(first.port)")
    }
    #expect(try second.get("/").status == 200)
  }

  @Test func neverMixesReports() throws {
    let server = try TestServer(publishing: nil)
    let published = server.published
    @Sendable func files(_ generation: UInt64) -> [(path: String, bytes: [UInt8])] {
      let line = "generation \(generation)\n"
      let length = 100 + Int(generation % 7) * 50
      return ["index.html", "a.json", "charts/b.svg"].map { path in
        (path, Array(String(repeating: line, count: length).utf8))
      }
    }
    published.publish(files(1), generation: 1)
    let ended = Failures()
    let publisher = Thread {
      for generation in 2...400 as ClosedRange<UInt64> {
        published.publish(files(generation), generation: generation)
        Thread.sleep(forTimeInterval: 0.001)
      }
      ended.add("all")
    }
    publisher.start()
    let client = try server.connect()
    var newest: UInt64 = 0
    var reads = 0
    while ended.all.isEmpty {
      for path in ["/", "/a.json", "/charts/b.svg"] {
        client.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let lines = Set(try client.readResponse().text.split(separator: "\n"))
        #expect(lines.count == 1)
        let read = UInt64(lines.first!.dropFirst("generation ".count))!
        #expect(read >= newest)
        newest = read
        reads += 1
      }
    }
    #expect(reads > 100)
  }
}

/// Lines from other threads.
final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var lines: [String] = []

  func add(_ line: String) { lock.withLock { lines.append(line) } }
  var all: [String] { lock.withLock { lines } }
}
