import PacketDecoding
import TrafficSupport

/// Connections to one port in which texts go back and forth, each in a segment of its own.
struct Dialogue {
  var talk: TCPTalk
  private var client: UInt32 = 1
  private var server: UInt32 = 1

  init(
    _ traffic: Traffic = Traffic(), port: UInt16, clientPort: UInt16 = 40_000, client: UInt32 = 1
  ) {
    talk = TCPTalk(
      traffic: traffic, clientPort: clientPort, serverPort: port, clientHost: client)
    talk.open()
  }

  mutating func ask(_ text: String) { ask(Array(text.utf8)) }
  mutating func answer(_ text: String) { answer(Array(text.utf8)) }

  mutating func ask(_ bytes: [UInt8]) {
    talk.client([.ack, .psh], client, server, payload: bytes)
    client += UInt32(bytes.count)
  }

  mutating func answer(_ bytes: [UInt8]) {
    talk.server([.ack, .psh], server, client, payload: bytes)
    server += UInt32(bytes.count)
  }

  mutating func close() {
    talk.client([.fin, .ack], client, server)
    talk.server([.fin, .ack], server, client + 1)
    talk.client(.ack, client + 1, server + 1)
  }
}
