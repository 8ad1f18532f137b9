import PacketDecoding
import TestSupport
import TrafficSupport

/// What a device does for a quarter of an hour: every while it asks for a name, sends what it measured
/// over TLS, and fetches its settings over HTTP.
///
/// Ports, times, volumes and losses differ from seed to seed, the kind of traffic does not.
struct DeviceRun {
  /// What can be wrong with a run.
  enum Fault: String, CaseIterable {
    case none, unknownPeer, unknownName, olderTLS, clearText, losses, volume
  }

  private static let device: UInt32 = 10
  private static let server: UInt32 = 0x01_0001
  private static let stranger: UInt32 = 0x01_0099
  private static let nameServer: UInt32 = 53

  /// 2026-11-24; the certificate is valid.
  private static let day: Int64 = 1_795_478_400_000_000_000

  private let fault: Fault
  private var random: SeededGenerator
  private var talk = TCPTalk()

  /// The packets of one run.
  static func traffic(seed: UInt64, fault: Fault = .none) -> Traffic {
    var run = DeviceRun(seed: seed, fault: fault)
    return run.traffic()
  }

  private init(seed: UInt64, fault: Fault) {
    self.fault = fault
    random = SeededGenerator(state: seed)
    talk.clientHost = Self.device
    talk.traffic.clock = Self.day + Int64(seed) * 3_600_000_000_000
    talk.clientPort = 32_768 + UInt16(random.next(below: 20_000))
  }

  private mutating func traffic() -> Traffic {
    let rounds = 18 + random.next(below: 7)
    for round in 0..<rounds {
      lookUp()
      upload(isSpoiled: round == rounds / 2)
      if round % 6 == 0 { fetchSettings() }
      if fault == .clearText, round == rounds / 2 { logIn() }
      talk.traffic.wait(milliseconds: 36_000 + Int64(random.next(below: 8_000)))
    }
    return talk.traffic
  }

  private mutating func lookUp() {
    let port = UInt16(33_000 + random.next(below: 20_000))
    let id = UInt16(random.next(below: 65_536))
    talk.traffic.udp(
      from: (Self.device, port), to: (Self.nameServer, 53),
      DNSBuilder.query("press.example", id: id).bytes)
    talk.traffic.wait(milliseconds: 1 + Int64(random.next(below: 12)))
    let record = DNSBuilder.Record("press.example", 1, [10, 1, 0, 1])
    talk.traffic.udp(
      from: (Self.nameServer, 53), to: (Self.device, port),
      DNSBuilder.response("press.example", id: id, record).bytes)
  }

  /// The handshake of TLS, and then data of some segments.
  private mutating func upload(isSpoiled: Bool) {
    connect(to: isSpoiled && fault == .unknownPeer ? Self.stranger : Self.server, port: 443)
    let isOld = isSpoiled && fault == .olderTLS
    var hello = isOld ? TLSFixtures.client12.array : TLSFixtures.client13.array
    if isSpoiled, fault == .unknownName { hello = Self.renamed(hello) }
    let answer = isOld ? TLSFixtures.server12.array : TLSFixtures.server13.array
    var place = send(hello, from: 1, answering: 1)
    roundTrip()
    talk.server([.ack, .psh], 1, place, payload: answer)
    talk.client(.ack, place, UInt32(1 + answer.count))
    let segments = (2 + random.next(below: 5)) * (fault == .volume ? 12 : 1)
    for _ in 0..<segments {
      place = send([23, 3, 3, 4, 147] + .pattern(1171), from: place, answering: answer.count + 1)
      roundTrip()
      talk.server(.ack, UInt32(1 + answer.count), place)
    }
    close(place, UInt32(1 + answer.count))
  }

  private mutating func fetchSettings() {
    connect(to: Self.server, port: 80)
    let request = Array("GET /settings HTTP/1.1\r\nHost: press.example\r\n\r\n".utf8)
    let place = send(request, from: 1, answering: 1)
    talk.traffic.wait(milliseconds: 3 + Int64(random.next(below: 10)))
    let answer = Array(
      "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\ninterval=40\n".utf8)
    talk.server([.ack, .psh], 1, place, payload: answer)
    close(place, UInt32(1 + answer.count))
  }

  /// Somebody put a server of FTP on the machine, and the device was told to use it.
  private mutating func logIn() {
    connect(to: Self.server, port: 21)
    let greeting = Array("220 ready\r\n".utf8)
    talk.server([.ack, .psh], 1, 1, payload: greeting)
    let place = send(Array("USER device\r\n".utf8), from: 1, answering: greeting.count + 1)
    close(place, UInt32(1 + greeting.count))
  }

  // MARK: - TCP

  private mutating func connect(to host: UInt32, port: UInt16) {
    talk.serverHost = host
    talk.serverPort = port
    talk.clientPort = talk.clientPort >= 60_000 ? 32_768 : talk.clientPort + 1
    talk.clientStart = UInt32(truncatingIfNeeded: random.next())
    talk.serverStart = UInt32(truncatingIfNeeded: random.next())
    talk.client(.syn, 0)
    roundTrip()
    talk.server([.syn, .ack], 0, 1)
    talk.client(.ack, 1, 1)
  }

  /// Sends a segment, now and then twice; the number that comes next.
  private mutating func send(_ payload: [UInt8], from place: UInt32, answering: Int) -> UInt32 {
    talk.client([.ack, .psh], place, UInt32(answering), payload: payload)
    if random.next(below: 1000) < (fault == .losses ? 200 : 5) {
      talk.traffic.wait(milliseconds: 250)
      talk.client([.ack, .psh], place, UInt32(answering), payload: payload)
    }
    return place + UInt32(payload.count)
  }

  private mutating func close(_ client: UInt32, _ server: UInt32) {
    talk.client([.fin, .ack], client, server)
    roundTrip()
    talk.server([.fin, .ack], server, client + 1)
    talk.client(.ack, client + 1, server + 1)
  }

  private mutating func roundTrip() {
    talk.traffic.wait(milliseconds: 4 + Int64(random.next(below: 9)))
  }

  /// Another name of the same length in a client hello.
  private static func renamed(_ hello: [UInt8]) -> [UInt8] {
    let name = Array("press.example".utf8)
    var copy = hello
    for start in 0...hello.count - name.count
    where Array(hello[start..<start + name.count]) == name {
      copy.replaceSubrange(start..<start + name.count, with: "other.example".utf8)
    }
    return copy
  }
}
