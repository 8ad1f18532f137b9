import Findings
import Testing

struct NamePatternTests {
  @Test(arguments: [
    ("*.example.org", "www.example.org", true), ("*.example.org", "a.b.example.org", true),
    ("*.example.org", "example.org", false), ("*.example.org", "www.example.org.evil.net", false),
    ("api.example.org", "API.Example.ORG", true), ("api.example.org", "api.example.or", false),
    ("*", "", true), ("a*c", "abc", true), ("a*c", "ac", true), ("a*a", "a", false),
    ("a*b*c", "a-b-b-c", true), ("a*b*c", "acb", false), ("**", "x", true),
    ("aa:bb:*", "aa:bb:cc:dd:ee:ff", true), ("*b", "ab", true), ("*ab*ab*", "ab", false),
  ])
  func matches(pattern: String, name: String, isMatch: Bool) {
    #expect(NamePattern(pattern, .wildcard).matches(name) == isMatch)
  }

  @Test func takesNoLongForManyAsterisks() {
    let pattern = NamePattern(String(repeating: "a*", count: 500) + "b", .wildcard)
    #expect(!pattern.matches(String(repeating: "a", count: 50_000)))
  }

  @Test(arguments: [
    ("443/tcp", "443/tcp", true), ("443/tcp", "443/udp", false), ("443", "443/udp", true),
    ("8000-8100/tcp", "8050/tcp", true), ("8000-8100/tcp", "8101/tcp", false),
    ("443/TCP", "443/tcp", true),
  ])
  func matchesPorts(pattern: String, port: String, isMatch: Bool) throws {
    let range = try #require(PortRange(pattern))
    #expect(NamePattern(pattern, .ports(range)).matches(port) == isMatch)
  }

  @Test(arguments: ["", "https", "443/tpc", "70000/tcp", "5-2", "1-2-3", "443/", "443/tcp/x"])
  func rejectsPorts(text: String) { #expect(PortRange(text) == nil) }

  @Test func namesMayBeAddresses() throws {
    let pattern = try PatternKind.name.pattern("10.0.0.0/8", line: nil)
    #expect(pattern.matches("10.1.2.3"))
    #expect(!pattern.matches("api.example.org"))
  }
}
