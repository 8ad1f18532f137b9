import CaptureFormats
import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct ClearTextPasswordTests {
  private func found(_ port: UInt16, _ build: (inout Dialogue) -> Void) -> [Finding] {
    findings(of: ClearTextPassword.self) { (talk: inout TCPTalk) in
      var dialogue = Dialogue(port: port)
      build(&dialogue)
      talk = dialogue.talk
    }
  }

  @Test func saysWhereAndWhenButNotWhat() throws {
    let found = found(21) { dialogue in
      dialogue.answer("220 ready\r\n")
      dialogue.ask("USER alice\r\n")
      dialogue.answer("331 password\r\n")
      dialogue.ask("PASS hunter2\r\n")
    }
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.severity == .warning)
    #expect(finding.subject.text == "10.0.0.2:21/tcp")
    #expect(finding.packets == [7])
    #expect(finding.detail == "1 client sent 1 password by FTP (PASS).")
    #expect(finding.filter.hasSuffix("tcp.dstport == 21 && ftp.request.command == \"PASS\""))
    #expect(!"\(finding)".contains("hunter2"))
  }

  @Test func seesBasicAuthentication() throws {
    let request = { (value: String) in
      "GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: \(value)\r\n\r\n"
    }
    let basic = found(80) { dialogue in
      dialogue.ask(request("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="))
      dialogue.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
      dialogue.ask(request("basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="))
    }
    #expect(basic.first?.measured == 2)
    #expect(basic.first?.packets == [4, 6])
    for value in ["Digest username=\"Mufasa\"", "Bearer abcdefghijkl", "Basic Og=="] {
      #expect(found(80) { $0.ask(request(value)) }.isEmpty, "\(value)")
    }
  }

  @Test func saysNothingOfWhatIsEncrypted() {
    let found = found(21) { dialogue in
      dialogue.answer("220 ready\r\n")
      dialogue.ask("AUTH TLS\r\n")
      dialogue.answer("234 go\r\n")
      dialogue.ask("PASS hunter2\r\n")
    }
    #expect(found.isEmpty)
  }

  @Test func saysNothingOfLoopback() {
    var snapshot = Snapshot()
    for address in [0x7F00_0001, 0x0A00_0001] as [UInt32] {
      var fact = ServiceFact(
        server: IPAddress(v4: address), port: 80, transport: "tcp", what: CredentialKind.http,
        time: .earliest)
      fact.count = 1
      snapshot.observations.credentials.append(fact)
    }
    let found = ClearTextPassword.findings(in: FindingContext(snapshot))
    #expect(found.map(\.subject.text) == ["10.0.0.1:80/tcp"])
  }
}
