package import PacketDecoding

/// A TCP connection that was begun and came to nothing.
package struct FailedAttempt: BitwiseCopyable, Sendable {
  package enum Outcome: UInt8, BitwiseCopyable, Sendable {
    /// No answer came to the SYN (Zeek's S0, and RSTOS0 where the client gave up by a reset).
    case unanswered
    /// A reset came (Zeek's REJ).
    case refused
    /// The SYN was answered, and the client did not acknowledge that.
    case halfOpen
  }

  package var client: IPAddress
  package var server: IPAddress
  package var port: UInt16
  package var outcome: Outcome
  /// Of the SYN, in nanoseconds since 1970, and its number.
  package var time: Int64
  package var number: UInt64
}

extension FailedAttempt {
  /// Nil if the flow is none: it was established, carries data, or did not begin with a SYN.
  init?(_ flow: Flow, _ connection: TCPConnection) {
    guard let outcome = Outcome(flow, connection) else { return nil }
    self.init(
      client: flow.client, server: flow.server, port: flow.serverPort, outcome: outcome,
      time: flow.firstTime, number: flow.firstNumber)
  }
}

extension FailedAttempt.Outcome {
  fileprivate init?(_ flow: Flow, _ connection: TCPConnection) {
    let history = flow.history
    // In a capture of one side, clients go on after a SYN without a visible answer.
    guard !connection.isEstablished, history.contains(.syn), !history.contains(.data) else {
      return nil
    }
    switch flow.state {
    case .rejected: self = .refused
    case .attempt, .attemptReset:
      if history.contains(.ack) { return nil }
      self = .unanswered
    case .established, .resetByClient:
      guard history.contains(.synAck), !history.contains(.ack) else { return nil }
      self = .halfOpen
    default: return nil
    }
  }
}
