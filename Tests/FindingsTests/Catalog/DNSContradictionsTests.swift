import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct DNSContradictionsTests {
  private func found(_ count: UInt16, _ build: (inout Traffic, UInt16) -> Void) -> [Finding] {
    findings(of: DNSContradictions.self) { traffic in
      for id in 0..<count { build(&traffic, id) }
    }
  }

  /// A query with answers one after another, each of them a few addresses.
  private func found(_ count: UInt16, asked: Int = 1, _ answers: [[UInt8]]...) -> [Finding] {
    found(count) { traffic, id in
      for _ in 0..<asked { traffic.ask("www.example.org", id: id) }
      for addresses in answers {
        traffic.answer("www.example.org", id: id, addresses: addresses)
      }
    }
  }

  private static let one: [UInt8] = [192, 0, 2, 1]
  private static let other: [UInt8] = [192, 0, 2, 2]

  @Test func warnsOfThreeSecondAnswers() throws {
    let finding = try #require(found(3, [Self.one], [Self.other]).first)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.53:53/udp")
    #expect(finding.packets == [3, 6, 9])
    #expect(found(2, [Self.one], [Self.other]).isEmpty)
  }

  @Test func answersMayComeTwice() {
    #expect(found(50, [Self.one], [Self.one]).isEmpty)
    #expect(found(50, [Self.one, Self.other], [Self.other, Self.one]).isEmpty)
    // Who asks twice may be told different things.
    #expect(found(50, asked: 2, [Self.one], [Self.other]).isEmpty)
    #expect(found(50, [Self.one], []).isEmpty)
  }

  @Test func warnsOfAnswersToOtherQuestions() throws {
    let finding = try #require(
      found(3) { traffic, id in
        traffic.ask("www.example.org", id: id)
        traffic.answer("www.example.com", id: id, addresses: [Self.other])
      }.first)
    #expect(finding.packets == [2, 4, 6])
  }

  @Test func lettersMayChangeCase() {
    let found = found(9) { traffic, id in
      traffic.ask("wWw.eXample.org", id: id)
      traffic.answer("www.example.org", id: id, addresses: [Self.one])
    }
    #expect(found.isEmpty)
  }

  @Test func identifiersMayBeUsedAgain() {
    let found = found(9) { traffic, id in
      traffic.ask("a.example.org", id: id)
      traffic.ask("b.example.org", id: id)
      traffic.answer("a.example.org", id: id, addresses: [Self.one])
      traffic.answer("b.example.org", id: id, addresses: [Self.one])
    }
    #expect(found.isEmpty)
  }
}
