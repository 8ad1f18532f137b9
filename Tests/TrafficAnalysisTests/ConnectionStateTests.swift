import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// Zeek's `conn_state` and `history`, by sequences of packets.
struct ConnectionStateTests {
  typealias Step = @Sendable (inout TCPTalk) -> Void

  struct Case: Sendable, CustomStringConvertible {
    var state: ConnectionState
    var history: String
    var steps: Step

    init(_ state: ConnectionState, _ history: String, _ steps: @escaping Step) {
      self.state = state
      self.history = history
      self.steps = steps
    }

    var description: String { "\(state.rawValue) \(history)" }
  }

  static let cases = [
    Case(.attempt, "S") { $0.client(.syn, 0) },
    Case(.established, "ShA") { $0.open() },
    Case(.established, "ShADad") {
      $0.open()
      $0.client(.ack, 1, 1, length: 10)
      $0.server(.ack, 1, 11)
      $0.server(.ack, 1, 11, length: 10)
    },
    Case(.finished, "ShAFf") {
      $0.open()
      $0.client([.fin, .ack], 1, 1)
      $0.server([.fin, .ack], 1, 2)
      $0.client(.ack, 2, 2)
    },
    Case(.rejected, "Sr") {
      $0.client(.syn, 0)
      $0.server([.rst, .ack], 0, 1)
    },
    Case(.closedByClient, "ShAFa") {
      $0.open()
      $0.client([.fin, .ack], 1, 1)
      $0.server(.ack, 1, 2)
    },
    Case(.closedByServer, "ShAf") {
      $0.open()
      $0.server([.fin, .ack], 1, 1)
      $0.client(.ack, 1, 2)
    },
    Case(.resetByClient, "ShAR") {
      $0.open()
      $0.client([.rst, .ack], 1, 1)
    },
    Case(.resetByServer, "ShADr") {
      $0.open()
      $0.client(.ack, 1, 1, length: 10)
      $0.server(.rst, 1)
    },
    Case(.attemptReset, "SR") {
      $0.client(.syn, 0)
      $0.client(.rst, 1)
    },
    Case(.serverResetUnseenSYN, "hr") {
      $0.server([.syn, .ack], 0, 1)
      $0.server([.rst, .ack], 1, 1)
    },
    Case(.other, "SAR") {
      $0.client(.syn, 0)
      $0.client(.ack, 1, 1)
      $0.client(.rst, 1)
    },
    Case(.attemptClosed, "SF") {
      $0.client(.syn, 0)
      $0.client([.fin, .ack], 1, 1)
    },
    Case(.serverClosedUnseenSYN, "hf") {
      $0.server([.syn, .ack], 0, 1)
      $0.server([.fin, .ack], 1, 1)
    },
    Case(.other, "Dd") {
      $0.client(.ack, 1, 1, length: 10)
      $0.server(.ack, 1, 11, length: 10)
    },
    Case(.other, "h") { $0.server([.syn, .ack], 0, 1) },
  ]

  @Test(arguments: cases)
  func followsZeek(test: Case) throws {
    var talk = TCPTalk()
    test.steps(&talk)
    let snapshot = talk.traffic.snapshot()
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.state == test.state)
    #expect(row.history == test.history)
    #expect(row.clientPort == 40_000 && row.serverPort == 80)
    #expect(snapshot.tcp.states == [test.state: 1])
    #expect(snapshot.conversations.total == 1)
  }

  @Test func coversEveryState() {
    #expect(Set(Self.cases.map(\.state)) == Set(ConnectionState.allCases))
  }

  @Test func notesLossAndZeroWindowsInTheHistory() {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      $0.client(.ack, 1, 1, length: 100)
      $0.client(.ack, 301, 1, length: 100)
      $0.server(.ack, 1, 101, window: 0)
      $0.traffic.wait(milliseconds: 500)
      $0.client(.ack, 1, 1, length: 100)
    }
    #expect(snapshot.conversations.rows.first?.history == "ShADGawT")
  }

  @Test func statesOfDatagramsSayWhoSpoke() {
    let one = Traffic.snapshot { $0.udp(from: (1, 40_000), to: (2, 53)) }
    #expect(one.conversations.rows.first?.state == .attempt)
    let both = Traffic.snapshot {
      $0.udp(from: (1, 40_000), to: (2, 53))
      $0.udp(from: (2, 53), to: (1, 40_000))
    }
    #expect(both.conversations.rows.first?.state == .finished)
    let answer = Traffic.snapshot { $0.udp(from: (2, 53), to: (1, 40_000)) }
    #expect(answer.conversations.rows.first?.state == .serverClosedUnseenSYN)
  }
}
