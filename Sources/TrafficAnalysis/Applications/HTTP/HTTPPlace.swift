/// Where and when a message of HTTP was seen.
struct HTTPPlace {
  var state: StreamState
  var fromClient: Bool
  var ends: MessageEnds
  var time: Int64
  /// Whether it came at an unknown time before.
  var isLate: Bool
}
