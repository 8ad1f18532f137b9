import PacketDecoding
import TestSupport
import TrafficSupport

extension Dialogue {
  /// A server hello of a version that chooses a cipher suite.
  mutating func answerHello(_ version: UInt16, _ suite: UInt16) {
    var hello: [UInt8] = [2, 0, 0, 38]
    hello.appendNetwork(version)
    hello += [UInt8](repeating: 7, count: 32) + [0]
    hello.appendNetwork(suite)
    hello.append(0)
    answer([22, 3, 1, 0, UInt8(hello.count)] + hello)
  }
}

extension Traffic {
  /// Handshakes with one server, each of a connection of its own.
  mutating func handshakes(_ choices: [(version: UInt16, suite: UInt16)]) {
    for (index, choice) in choices.enumerated() {
      var dialogue = Dialogue(self, port: 443, clientPort: UInt16(40_000 + index))
      dialogue.answerHello(choice.version, choice.suite)
      self = dialogue.talk.traffic
    }
  }
}
