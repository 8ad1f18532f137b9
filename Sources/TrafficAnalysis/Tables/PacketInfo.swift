import PacketDecoding

/// What a parser says of a packet; most packets are never shown, and so the words of the most frequent
/// are made when they are.
enum PacketInfo: Sendable {
  case text(String)
  /// A DNS message with its first question.
  case dns(DNSQuestion?, isResponse: Bool, DNSResponseCode)

  init(_ message: DNSMessage) {
    self = .dns(
      message.questions.first, isResponse: message.isResponse, message.responseCode)
  }

  var text: String {
    switch self {
    case .text(let text): text
    case .dns(let question, let isResponse, let code):
      ([
        isResponse ? "Standard query response" : "Standard query",
        isResponse && code != .noError ? code.description : nil, question?.type.description,
        question.map { bounded($0.name) },
      ] as [String?]).compactMap { $0 }.joined(separator: " ")
    }
  }
}
