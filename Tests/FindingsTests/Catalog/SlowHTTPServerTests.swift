import Findings
import Testing
import TrafficSupport

struct SlowHTTPServerTests {
  private func found(
    _ count: Int, milliseconds: Int64, slow: Int = .max,
    request: String = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n",
    type: String = "text/html"
  ) -> [Finding] {
    findings(of: SlowHTTPServer.self) { (talk: inout TCPTalk) in
      var dialogue = Dialogue(port: 80)
      for index in 0..<count {
        dialogue.ask(request)
        if index < slow { dialogue.talk.traffic.wait(milliseconds: milliseconds) }
        dialogue.answer(
          "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: 0\r\n\r\n")
      }
      talk = dialogue.talk
    }
  }

  @Test func findsAMedianOfASecond() throws {
    let finding = try #require(found(20, milliseconds: 1100).first)
    #expect((1.0...1.2).contains(finding.measured))
    #expect(finding.packets.count == 10 && finding.packets.first == 5)
    #expect(found(20, milliseconds: 900).isEmpty)
    #expect(found(19, milliseconds: 1100).isEmpty)
  }

  @Test func saysNothingOfAFewSlowOnes() {
    #expect(found(40, milliseconds: 5000, slow: 19).isEmpty)
  }

  @Test func saysNothingOfEventsAndUploads() {
    #expect(found(30, milliseconds: 5000, type: "text/event-stream").isEmpty)
    #expect(
      found(30, milliseconds: 5000, request: "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").isEmpty
    )
  }
}
