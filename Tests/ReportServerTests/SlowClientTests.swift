import Foundation
import Testing

struct SlowClientTests {
  @Test func servesOthersWhileTwoHundredAreSlow() throws {
    let server = try TestServer()
    let slow = try (0..<200).map { number in
      let client = try server.connect(receiveBuffer: 4096)
      client.send("GET / HTTP/1.1\r\nHost: loc" + (number % 2 == 0 ? "" : "alhost\r\n\r\n"))
      return client
    }
    let start = ContinuousClock.now
    for _ in 0..<10 { #expect(try server.get("/").text == TestServer.page) }
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(slow.count == 200)
  }

  @Test func closesWhoDoesNotFinishARequest() throws {
    let server = try TestServer { $0.limits.requestTime = .milliseconds(300) }
    let silent = try server.connect()
    let trickling = try server.connect()
    for byte in "GET / HTTP/1.1\r\nX: aaaaaaaaaaaaaa" {
      trickling.send(String(byte))
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(trickling.isClosed(within: 1))
    #expect(silent.isClosed(within: 1))
  }

  @Test func closesWhoHasNothingMoreToAsk() throws {
    let server = try TestServer { $0.limits.idleTime = .milliseconds(200) }
    let client = try server.connect()
    client.send("GET /report.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(try client.readResponse().status == 200)
    #expect(client.isClosed(within: 2))
  }

  @Test func closesWhoDoesNotRead() throws {
    let server = try TestServer(publishing: [
      ("large.json", [UInt8](repeating: 32, count: 8 << 20))
    ]) { $0.limits.sendTime = .milliseconds(300) }
    let client = try server.connect(receiveBuffer: 4096)
    client.send("GET /large.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
    Thread.sleep(forTimeInterval: 1)
    #expect(client.isClosed(within: 2))
    #expect(client.received.count < 2 << 20)
    // Who reads gets all of it.
    #expect(try server.get("/large.json").body.count == 8 << 20)
  }

  @Test func makesRoomWhenAllConnectionsAreTaken() throws {
    let server = try TestServer {
      $0.limits.connections = 4
      $0.limits.requestTime = .milliseconds(400)
    }
    let slow = try (0..<40).map { _ in try server.connect() }
    #expect(try server.get("/").status == 200)
    #expect(slow.count == 40)
  }
}
