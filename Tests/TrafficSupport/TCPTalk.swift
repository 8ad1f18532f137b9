package import PacketDecoding
import TestSupport
package import TrafficAnalysis

/// One TCP connection, segment by segment; numbers count from the initial ones, as Wireshark shows them.
package struct TCPTalk {
  package var traffic = Traffic()
  package var clientPort: UInt16 = 40_000
  package var serverPort: UInt16 = 80
  package var clientHost: UInt32 = 1
  package var serverHost: UInt32 = 2
  /// Initial sequence numbers.
  package var clientStart: UInt32 = 1000
  package var serverStart: UInt32 = 500_000

  package init(
    traffic: Traffic = Traffic(), clientPort: UInt16 = 40_000, serverPort: UInt16 = 80,
    clientHost: UInt32 = 1, serverHost: UInt32 = 2, clientStart: UInt32 = 1000,
    serverStart: UInt32 = 500_000
  ) {
    self.traffic = traffic
    self.clientPort = clientPort
    self.serverPort = serverPort
    self.clientHost = clientHost
    self.serverHost = serverHost
    self.clientStart = clientStart
    self.serverStart = serverStart
  }

  /// A segment of the client.
  package mutating func client(
    _ flags: TCPFlags, _ sequence: UInt32, _ acknowledgment: UInt32 = 0, length: Int = 0,
    window: UInt16 = 1000, options: [UInt8] = []
  ) {
    client(
      flags, sequence, acknowledgment, payload: [UInt8](repeating: 0xA5, count: length),
      window: window, options: options)
  }

  /// A segment of the server.
  package mutating func server(
    _ flags: TCPFlags, _ sequence: UInt32, _ acknowledgment: UInt32 = 0, length: Int = 0,
    window: UInt16 = 1000, options: [UInt8] = []
  ) {
    server(
      flags, sequence, acknowledgment, payload: [UInt8](repeating: 0x5A, count: length),
      window: window, options: options)
  }

  package mutating func client(
    _ flags: TCPFlags, _ sequence: UInt32, _ acknowledgment: UInt32, payload: [UInt8],
    window: UInt16 = 1000, options: [UInt8] = []
  ) {
    let segment = Self.segment(
      from: clientPort, to: serverPort, flags, clientStart &+ sequence,
      flags.contains(.ack) ? serverStart &+ acknowledgment : 0, window, options)
    traffic.add(Traffic.ipv4(6, from: clientHost, to: serverHost, segment + payload))
  }

  package mutating func server(
    _ flags: TCPFlags, _ sequence: UInt32, _ acknowledgment: UInt32, payload: [UInt8],
    window: UInt16 = 1000, options: [UInt8] = []
  ) {
    let segment = Self.segment(
      from: serverPort, to: clientPort, flags, serverStart &+ sequence,
      flags.contains(.ack) ? clientStart &+ acknowledgment : 0, window, options)
    traffic.add(Traffic.ipv4(6, from: serverHost, to: clientHost, segment + payload))
  }

  /// SYN, SYN-ACK, ACK.
  package mutating func open() {
    client(.syn, 0)
    server([.syn, .ack], 0, 1)
    client(.ack, 1, 1)
  }

  private static func segment(
    from source: UInt16, to target: UInt16, _ flags: TCPFlags, _ sequence: UInt32,
    _ acknowledgment: UInt32, _ window: UInt16, _ options: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendNetwork(source)
    bytes.appendNetwork(target)
    bytes.appendNetwork(sequence)
    bytes.appendNetwork(acknowledgment)
    bytes.appendNetwork(UInt16(5 + options.count / 4) << 12 | flags.rawValue)
    bytes.appendNetwork(window)
    bytes.appendNetwork(UInt32(0))
    return bytes + options
  }

  package static func snapshot(_ build: (inout TCPTalk) -> Void) -> Snapshot {
    var talk = TCPTalk()
    build(&talk)
    return talk.traffic.snapshot()
  }

  /// What the analysis says of each segment behind the handshake, in Wireshark's words.
  package static func findings(_ build: (inout TCPTalk) -> Void) -> [String] {
    let snapshot = Self.snapshot { talk in
      talk.open()
      build(&talk)
    }
    return snapshot.recentPackets.dropFirst(3).map { packet in
      let marks = packet.info.split(separator: "] [").dropLast()
      return marks.map { $0.drop { $0 == "[" } }.joined(separator: ", ")
    }
  }
}
