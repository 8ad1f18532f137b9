import PacketDecoding
import TrafficSupport

/// Connections to nobody, and others that are begun only.
extension TCPTalk {
  /// A SYN without an answer, of a port that was not used before.
  mutating func knock(from client: UInt32, on server: UInt32, port: UInt16) {
    begin(from: client, on: server, port: port)
    self.client(.syn, 0)
  }

  mutating func refuse(from client: UInt32, on server: UInt32, port: UInt16) {
    knock(from: client, on: server, port: port)
    self.server([.rst, .ack], 0, 1)
  }

  /// A SYN that is answered, and then the client resets.
  mutating func leaveHalfOpen(from client: UInt32, on server: UInt32, port: UInt16) {
    knock(from: client, on: server, port: port)
    self.server([.syn, .ack], 0, 1)
    self.client(.rst, 1)
  }

  /// A connection that is used and closed.
  mutating func visit(from client: UInt32, on server: UInt32, port: UInt16) {
    begin(from: client, on: server, port: port)
    open()
    self.client([.psh, .ack], 1, 1, length: 10)
    self.server([.fin, .ack], 1, 11)
    self.client([.fin, .ack], 11, 2)
    self.server(.ack, 2, 12)
  }

  private mutating func begin(from client: UInt32, on server: UInt32, port: UInt16) {
    clientHost = client
    serverHost = server
    serverPort = port
    clientPort = clientPort == 60_000 ? 40_000 : clientPort + 1
    clientStart &+= 77_777
  }
}
