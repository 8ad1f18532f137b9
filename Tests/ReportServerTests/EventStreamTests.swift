import Foundation
import Testing

struct EventStreamTests {
  private func listen(_ server: TestServer) throws -> Client {
    let client = try server.connect()
    client.send("GET /events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 1\r\n\r\n")
    let answer = Answer(head: try client.read(until: "\r\n\r\n"))
    #expect(answer.status == 200)
    #expect(answer["content-type"] == "text/event-stream; charset=utf-8")
    return client
  }

  @Test func announcesTheCurrentReportAtOnceAndNewOnesSoon() throws {
    let server = try TestServer()
    let client = try listen(server)
    try client.read(until: "id: 1\nevent: report\ndata: {\"generation\":1}\n\n")
    var delays: [Duration] = []
    for generation in 2...6 as ClosedRange<UInt64> {
      let start = ContinuousClock.now
      server.published.publish(TestServer.report, generation: generation)
      try client.read(until: "data: {\"generation\":\(generation)}\n\n")
      delays.append(ContinuousClock.now - start)
    }
    // The quickest: other tests keep the machine busy.
    #expect(delays.min()! < .milliseconds(200))
  }

  @Test func givesSignsOfLife() throws {
    let server = try TestServer(publishing: nil) { $0.limits.heartbeat = .milliseconds(100) }
    let client = try listen(server)
    for _ in 0..<3 { try client.read(until: ":\n\n") }
    server.published.publish(TestServer.report, generation: 7)
    try client.read(until: "id: 7\n")
  }

  @Test func limitsListenersAndForgetsThoseWhoLeave() throws {
    let server = try TestServer { $0.limits.eventStreams = 2 }
    var clients = [try listen(server), try listen(server)]
    #expect(try server.get("/events").status == 503)
    #expect(try server.get("/").status == 200)
    clients.removeLast()
    var status = 503
    for _ in 0..<100 where status == 503 {
      Thread.sleep(forTimeInterval: 0.02)
      let client = try server.connect()
      client.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
      status = Answer(head: try client.read(until: "\r\n\r\n")).status
    }
    #expect(status == 200)
  }

  @Test func answersHEADWithoutListening() throws {
    let server = try TestServer { $0.limits.eventStreams = 1 }
    for _ in 0..<3 { #expect(try server.get("/events", method: "HEAD").status == 200) }
  }
}
