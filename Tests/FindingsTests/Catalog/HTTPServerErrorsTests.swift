import Findings
import Testing
import TrafficSupport

struct HTTPServerErrorsTests {
  private func found(_ count: Int, errors: Int, status: String = "503 Busy") -> [Finding] {
    findings(of: HTTPServerErrors.self) { (talk: inout TCPTalk) in
      var dialogue = Dialogue(port: 80)
      for index in 0..<count {
        dialogue.ask("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")
        dialogue.answer(
          "HTTP/1.1 \(index < errors ? status : "200 OK")\r\nContent-Length: 0\r\n\r\n")
      }
      talk = dialogue.talk
    }
  }

  @Test func findsFivePercentOfTwentyAndFive() throws {
    let finding = try #require(found(100, errors: 5).first)
    #expect(finding.measured == 5 && finding.subject.text == "10.0.0.2:80/tcp")
    #expect(finding.packets == [5, 7, 9, 11, 13])
    #expect(found(101, errors: 5).isEmpty)
    #expect(found(20, errors: 5).count == 1)
    #expect(found(19, errors: 5).isEmpty)
    #expect(found(20, errors: 4).isEmpty)
  }

  @Test func saysNothingOfErrorsOfClients() {
    #expect(found(30, errors: 30, status: "404 Not Found").isEmpty)
  }
}
