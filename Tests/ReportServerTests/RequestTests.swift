import Testing

struct RequestTests {
  private let server: TestServer

  init() throws { server = try TestServer() }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"])
  func onlyReads(_ method: String) throws {
    let answer = try server.get("/", method: method)
    #expect(answer.status == 405)
    #expect(answer["allow"] == "GET, HEAD")
  }

  @Test(arguments: [
    "/../etc/passwd", "/%2e%2e/etc/passwd", "/..%2fetc/passwd", "//", "//etc/passwd", "/./",
    "/window/../index.html", "/\\..\\etc\\passwd", "/index.html%00.png", "/index.html/", "/charts/",
    "/INDEX.HTML", "/window/..", "/.", "/..", "/%", "/%zz", "/index.html;x", "*", "index.html",
  ])
  func findsNothingButTheReport(_ target: String) throws {
    let answer = try server.get(target)
    #expect(answer.status == 404 || answer.status == 400)
    #expect(!answer.text.contains("root:"))
  }

  @Test func refusesControlCharacters() throws {
    for character in ["\0", "\u{1}", "\u{7F}"] {
      let answer = try server.get("/index\(character).html")
      #expect(answer.status == 400 || answer.status == 404)
    }
    let client = try server.connect()
    client.send("\u{16}\u{3}\u{1}\0\u{A5} no HTTP at all\r\n\r\n")
    let answer = try client.readResponse()
    #expect(answer.status == 400)
    #expect(answer["content-security-policy"] != nil)
  }

  @Test func refusesWhatIsTooLong() throws {
    let long = String(repeating: "a", count: 9000)
    #expect(try server.get("/" + long.prefix(2100)).status == 414)
    #expect(try [414, 431].contains(server.get("/" + long).status))
    #expect(try server.get("/", "X-Long: \(long)").status == 431)
    let many = (0..<40).map { "X-\($0): \(long.prefix(500))" }.joined(separator: "\r\n")
    #expect(try server.get("/", many).status == 431)
    let lots = (0..<150).map { "X-\($0): a" }.joined(separator: "\r\n")
    #expect(try server.get("/", lots).status == 431)
  }

  @Test(arguments: [
    "Content-Length: 5\r\n\r\nhello", "Content-Length: 999999999999", "Transfer-Encoding: chunked",
  ])
  func takesNoBody(_ fields: String) throws {
    let client = try server.connect()
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n\r\n")
    #expect(try client.readResponse().status == 413)
    #expect(client.isClosed(within: 3))
  }

  @Test func servesSeveralRequestsOfOneConnection() throws {
    let client = try server.connect()
    let request = "GET /report.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
    client.send(request + request + request)
    for _ in 0..<3 { #expect(try client.readResponse().text == "{}\n") }
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(try client.readResponse().status == 200)
    #expect(client.isClosed(within: 1))
  }

  @Test func guardsEveryResponse() throws {
    let answers = [
      try server.get("/"), try server.get("/none"), try server.get("/", method: "POST"),
      try server.get("/window"), try server.get("/healthz"), try server.get("/", host: "evil.test"),
      try server.get("/", method: "HEAD"), try server.get("/", "If-None-Match: *"),
    ]
    for answer in answers {
      let policy = try #require(answer["content-security-policy"])
      #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(answer["x-content-type-options"] == "nosniff")
      #expect(answer["referrer-policy"] == "no-referrer")
      #expect(answer["cross-origin-opener-policy"] == "same-origin")
      #expect(answer["cross-origin-resource-policy"] == "same-origin")
      #expect(answer["permissions-policy"] != nil)
      #expect(answer["server"] == nil)
      #expect(Set(answer.names).count == answer.names.count)
    }
  }
}
