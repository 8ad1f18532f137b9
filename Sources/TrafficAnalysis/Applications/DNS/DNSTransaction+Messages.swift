import PacketDecoding

extension DNSTransaction {
  /// Takes over what `message` asks for.
  mutating func ask(_ message: DNSMessage, _ ends: MessageEnds) {
    id = message.id
    transport = ends.isStream ? "TCP" : "UDP"
    guard let question = message.questions.first else { return }
    name = bounded(question.name)
    type = question.type.description
  }

  /// Takes over what `message` answers.
  mutating func answer(_ message: DNSMessage) {
    responseCode = message.responseCode.description
    isTruncated = message.header.isTruncated
    responseBytes = message.byteCount
    var texts = ""
    for answer in message.answers where texts.utf8.count <= NameTable.lengthLimit {
      texts += (texts.isEmpty ? "" : "; ") + bounded(answer.dataText)
    }
    answers = bounded(texts)
  }

  /// Whether two queries ask for the same; resolvers may vary the case of letters.
  func asksFor(the other: DNSTransaction) -> Bool {
    type == other.type && (name == other.name || name.inLowerCase == other.name.inLowerCase)
  }
}
