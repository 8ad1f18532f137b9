import Foundation
import ReportServer
import Testing

struct AccessTests {
  @Test func answersToItsOwnNamesOnly() throws {
    let server = try TestServer()
    for host in ["localhost", "LOCALHOST:8501", "127.0.0.1", "127.0.0.1:22", "[::1]:8501", "[::1]"]
    {
      #expect(try server.get("/", host: host).status == 200)
    }
    for host in [
      "evil.test", "evil.test:8501", "localhost.evil.test", "127.0.0.1.evil.test",
      "192.0.2.1", "[2001:db8::1]", "[::1", "[::1]x",
    ] {
      #expect(try server.get("/", host: host).status == 421)
    }
    #expect(try server.get("/", host: "").status != 200)
    #expect(try server.get("/", "Host: localhost").status == 400)
    let client = try server.connect()
    client.send("GET / HTTP/1.1\r\n\r\n")
    #expect(try client.readResponse().status == 400)
  }

  @Test func takesAnyAddressWhenItServesOthers() throws {
    let server = try TestServer { $0.address = try! ServerAddress(parsing: "0.0.0.0:0") }
    #expect(try server.get("/", host: "192.0.2.1:8501").status == 200)
    #expect(try server.get("/", host: "evil.test").status == 421)
    let own = URLComponents(string: server.server.boundAddress!)!.host!
    #expect(try server.get("/", host: own).status == 200)
  }

  @Test func asksForTheToken() throws {
    let server = try TestServer { $0.token = "open sesame" }
    for path in ["/", "/report.json", "/events", "/metrics", "/none", "/?token=", "/?token=open"] {
      let answer = try server.get(path)
      #expect(answer.status == 401)
      #expect(answer["www-authenticate"]?.hasPrefix("Bearer") == true)
      #expect(!answer.text.contains("sesame"))
    }
    #expect(try server.get("/", "Authorization: Bearer open sesame").status == 200)
    #expect(try server.get("/", "Authorization: Bearer open").status == 401)
    let proxied = try server.get("/", host: "report.test", "Authorization: bearer open sesame")
    #expect(proxied.status == 200)
    #expect(try server.get("/healthz").status == 200)
  }

  @Test func remembersWhoKnewTheToken() throws {
    let server = try TestServer { $0.token = "open sesame" }
    let answer = try server.get("/window/?token=open%20sesame")
    #expect(answer.status == 303)
    #expect(answer["location"] == "./")
    #expect(try server.get("/report.json?token=open%20sesame")["location"] == "./report.json")
    #expect(try server.get("//evil.test?token=open%20sesame")["location"] == "./evil.test")
    let cookie = try #require(answer["set-cookie"])
    #expect(cookie.contains("; HttpOnly; SameSite=Strict"))
    #expect(!cookie.contains("sesame"))
    let pair = cookie.split(separator: ";")[0]
    #expect(try server.get("/", "Cookie: a=b; \(pair)").status == 200)
    #expect(try server.get("/", "Cookie: \(pair)0").status == 401)
  }

  @Test func refusesAnEmptyToken() throws {
    #expect(throws: ServerError.self) { try TestServer { $0.token = "" } }
  }
}
