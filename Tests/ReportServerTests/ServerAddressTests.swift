import ReportServer
import Testing

struct ServerAddressTests {
  @Test(arguments: [
    ("127.0.0.1:8501", "127.0.0.1:8501"), ("8502", "127.0.0.1:8502"), (":8502", "127.0.0.1:8502"),
    ("localhost", "127.0.0.1:8501"), ("LOCALHOST:1", "127.0.0.1:1"), ("0.0.0.0:80", "0.0.0.0:80"),
    ("[::1]:8501", "[::1]:8501"), ("[::1]", "[::1]:8501"), ("::1", "[::1]:8501"),
    ("192.0.2.7", "192.0.2.7:8501"), ("127.0.0.1:0", "127.0.0.1:0"),
  ])
  func readsWhatPeopleWrite(_ text: String, _ address: String) throws {
    #expect(try ServerAddress(parsing: text).description == address)
  }

  @Test(arguments: [
    "", ":", "example.com", "example.com:80", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+80",
    "127.0.0.1:-1", "65536", "[::1", "[::1]8501", "[]:80", "1.2.3", "1.2.3.4.5", "a:b:c", "/tmp/x",
    "127.0.0.1:80\n", "fe80::1%eth0",
  ])
  func refusesTheRest(_ text: String) {
    #expect(throws: ServerError.self) { try ServerAddress(parsing: text) }
  }

  @Test func knowsWhoCanReachIt() throws {
    for text in ["127.0.0.1", "127.8.8.8:1", "::1", "localhost"] {
      #expect(try ServerAddress(parsing: text).isLoopback)
    }
    for text in ["0.0.0.0", "::", "192.0.2.7", "128.0.0.1"] {
      #expect(try !ServerAddress(parsing: text).isLoopback)
    }
  }

  @Test func warnsOfAnOpenReport() throws {
    var settings = ServerSettings()
    #expect(settings.notice == nil)
    settings.address = try ServerAddress(parsing: "0.0.0.0:8501")
    #expect(settings.notice?.contains("everyone") == true)
    settings.token = "secret"
    #expect(settings.notice == nil)
  }
}
