import Findings
import Testing

struct SpellingTests {
  @Test func findsWhatWasMeant() {
    #expect(Spelling.nearest(to: "hots", among: ["hosts", "ports"]) == "hosts")
    #expect(Spelling.nearest(to: "xyz", among: ["hosts", "ports"]) == nil)
    #expect(Spelling.distance("kitten", "sitting") == 3)
    #expect(Spelling.distance("dsn", "dns") == 1)
    #expect(Spelling.distance("", "abc") == 3)
    #expect(Spelling.distance("abc", "") == 3)
  }
}
