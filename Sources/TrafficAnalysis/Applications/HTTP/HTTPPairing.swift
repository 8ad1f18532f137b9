/// Numbers the messages of an HTTP/1 connection, so that a response has the number of its request.
///
/// Responses come in the order of the requests (RFC 9112 section 9.3.2).
struct HTTPPairing {
  private var next: UInt32 = 1
  /// Numbers of requests without a response.
  private var waiting: [UInt32] = []
  private var fromClient: UInt32?
  private var fromServer: UInt32?

  /// The number of the message in hand, in one direction.
  func inHand(fromClient isFromClient: Bool) -> UInt32? {
    isFromClient ? fromClient : fromServer
  }

  mutating func request(fromClient: Bool) -> UInt32 {
    let number = take()
    if waiting.count == HTTPExchange.limit { waiting.removeFirst() }
    waiting.append(number)
    note(number, fromClient: fromClient)
    return number
  }

  /// The number of the request that a response answers, and those that nothing will answer any more.
  mutating func response(
    fromClient: Bool, isInterim: Bool, followsGap: Bool
  ) -> (number: UInt32, lost: [UInt32]) {
    var lost: [UInt32] = []
    if followsGap, waiting.count > 1 {
      lost = Array(waiting.dropLast())
      waiting.removeFirst(lost.count)
    }
    let number = waiting.first ?? take()
    if !isInterim, !waiting.isEmpty { waiting.removeFirst() }
    note(number, fromClient: fromClient)
    return (number, lost)
  }

  private mutating func note(_ number: UInt32, fromClient isFromClient: Bool) {
    if isFromClient { fromClient = number } else { fromServer = number }
  }

  private mutating func take() -> UInt32 {
    defer { next &+= 1 }
    return next
  }
}
