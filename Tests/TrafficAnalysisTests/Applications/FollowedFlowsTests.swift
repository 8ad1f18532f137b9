import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// Flows whose application changes, or that others announce, through the whole analysis.
struct FollowedFlowsTests {
  /// A talk of lines, one segment each, in order.
  struct Lines {
    var talk: TCPTalk
    private var sent: UInt32 = 1
    private var received: UInt32 = 1

    init(_ talk: TCPTalk) {
      self.talk = talk
      self.talk.open()
    }

    mutating func client(_ bytes: [UInt8]) {
      talk.client([.ack, .psh], sent, received, payload: bytes)
      sent += UInt32(bytes.count)
    }

    mutating func server(_ bytes: [UInt8]) {
      talk.server([.ack, .psh], received, sent, payload: bytes)
      received += UInt32(bytes.count)
    }

    mutating func client(_ text: String) { client(Array(text.utf8)) }
    mutating func server(_ text: String) { server(Array(text.utf8)) }
  }

  static func lines(port: UInt16, _ build: (inout Lines) -> Void) -> Lines {
    var talk = TCPTalk()
    talk.serverPort = port
    var lines = Lines(talk)
    build(&lines)
    return lines
  }

  /// The beginning of a hello with the name a.example (RFC 8446 section 4.1.2).
  static let hello: [UInt8] = {
    let name = Array("a.example".utf8)
    var list: [UInt8] = [0, UInt8(name.count + 3), 0, 0, UInt8(name.count)]
    list += name
    var extensions: [UInt8] = [0, 0, 0, UInt8(list.count)]
    extensions += list
    var body: [UInt8] = [3, 3] + [UInt8](repeating: 9, count: 32) + [0, 0, 2, 0x13, 1, 1, 0]
    body += [0, UInt8(extensions.count)] + extensions
    return [22, 3, 1, 0, UInt8(body.count + 4), 1, 0, 0, UInt8(body.count)] + body
  }()

  static func values(_ snapshot: Snapshot, _ application: String, _ field: String) -> [Tally] {
    let found = snapshot.applications.first { $0.protocolName == application }
    return found?.fields.first { $0.name == field }?.values.rows ?? []
  }

  static func paths(_ snapshot: Snapshot) -> Set<String> { Set(snapshot.protocols.map(\.path)) }

  @Test func readsSSH() {
    let lines = Self.lines(port: 2222) { lines in
      lines.server("SSH-2.0-OpenSSH_8.9\r\n")
      lines.client("SSH-2.0-OpenSSH_9.2\r\n")
    }
    let snapshot = lines.talk.traffic.snapshot()
    #expect(
      Self.values(snapshot, "ssh", "ssh.protocol").map(\.name) == [
        "SSH-2.0-OpenSSH_8.9", "SSH-2.0-OpenSSH_9.2",
      ])
    #expect(snapshot.recentPackets.last?.info == "Client: Protocol (SSH-2.0-OpenSSH_9.2)")
    #expect(snapshot.conversations.rows[0].application == "ssh")
  }

  @Test(arguments: [
    (21 as UInt16, "220 FTP\r\n", "AUTH TLS\r\n", "234 go\r\n", "ftp"),
    (25, "220 ESMTP\r\n", "STARTTLS\r\n", "220 go\r\n", "smtp"),
    (110, "+OK ready\r\n", "STLS\r\n", "+OK go\r\n", "pop"),
    (143, "* OK ready\r\n", "a STARTTLS\r\n", "a OK go\r\n", "imap"),
  ])
  func becomesTLS(port: UInt16, greeting: String, start: String, answer: String, name: String) {
    let lines = Self.lines(port: port) { lines in
      lines.server(greeting)
      lines.client(start)
      lines.server(answer)
      lines.client(Self.hello)
    }
    let snapshot = lines.talk.traffic.snapshot()
    #expect(Self.paths(snapshot).isSuperset(of: ["raw/ip/tcp/\(name)", "raw/ip/tcp/tls"]))
    #expect(snapshot.tls.serverNames.rows.map(\.name) == ["a.example"])
    #expect(snapshot.conversations.rows[0].application == "tls")
    #expect(snapshot.recentPackets.last?.info == "Client Hello (SNI=a.example)")
  }

  @Test func knowsWhatIsBehindAProxy() {
    let lines = Self.lines(port: 1080) { lines in
      lines.client([5, 1, 0])
      lines.server([5, 0])
      lines.client([5, 1, 0, 1, 10, 0, 0, 9, 1, 187])
      lines.server([5, 0, 0, 1, 10, 0, 0, 9, 4, 1])
      lines.client(Self.hello)
    }
    let snapshot = lines.talk.traffic.snapshot()
    #expect(Self.paths(snapshot).isSuperset(of: ["raw/ip/tcp/socks", "raw/ip/tcp/tls"]))
    #expect(Self.values(snapshot, "socks", "socks.remote_name").map(\.name) == ["10.0.0.9:443"])
  }

  @Test(arguments: [1, 2, 3])
  func knowsAnnouncedDataConnections(workers: Int) {
    var lines = Self.lines(port: 21) { lines in
      lines.server("220 FTP\r\n")
      lines.client("USER alice\r\n")
      lines.client("PASS SECRET\r\n")
      lines.client("PASV\r\n")
      lines.server("227 Entering Passive Mode (10,0,0,2,156,64)\r\n")
    }
    // Between the same hosts, and between others that have announced nothing.
    for (client, server) in [(1 as UInt32, 2 as UInt32), (3, 4)] {
      var data = TCPTalk()
      data.traffic = lines.talk.traffic
      (data.clientHost, data.serverHost) = (client, server)
      (data.clientPort, data.serverPort) = (40_001, 40_000)
      data.open()
      data.server([.ack, .psh], 1, 1, payload: Array("GET of a file\r\n".utf8))
      lines.talk.traffic = data.traffic
    }
    let snapshot = lines.talk.traffic.snapshot(workers: workers)
    let node = snapshot.protocols.first { $0.path == "raw/ip/tcp/ftp-data" }
    #expect(node?.packets == 1)
    #expect(Self.values(snapshot, "ftp", "ftp.request.arg").map(\.name) == ["alice"])
    #expect(!snapshot.text.contains("SECRET"))
  }

  @Test func knowsTheOtherPortOfTFTP() {
    let request = [0, 1] + Array("a\0octet\0".utf8)
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 5000), to: (2, 69), request)
      traffic.udp(from: (2, 6000), to: (1, 5000), [0, 3, 0, 1, 1, 2, 3])
      traffic.udp(from: (1, 5000), to: (2, 6000), [0, 4, 0, 1])
      traffic.udp(from: (3, 6000), to: (1, 5000), [0, 3, 0, 1, 1, 2, 3])
    }
    let node = snapshot.protocols.first { $0.path == "raw/ip/udp/tftp" }
    #expect(node?.packets == 3)
  }
}
