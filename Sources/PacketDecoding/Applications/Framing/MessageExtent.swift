/// How long the message is that some bytes begin.
enum MessageExtent {
  /// So many of its bytes must be there before this can be told.
  case needs(Int)
  /// Its length with all headers, and how many of its first bytes are to be read.
  case message(length: Int, wanted: Int)
  /// No message begins like this.
  case unknown

  /// A message of which not more is read than a stream may hold back.
  static func message(length: Int) -> MessageExtent {
    .message(length: length, wanted: min(length, MessageFramer.usualWant))
  }

  var isMessage: Bool { if case .message = self { true } else { false } }
}
