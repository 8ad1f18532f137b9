import PacketDecoding

/// The messages of duplicate address detection (RFC 4862 section 5.4): questions and answers, which
/// different workers may see, and so are put together at the end.
struct NeighborTally: Sendable {
  /// Messages of either kind that are kept.
  static let limit = 4096
  /// How long after a question an answer belongs to it (nanoseconds).
  private static let patience: Int64 = 2_000_000_000

  fileprivate struct Message: Sendable {
    var number: UInt64
    var time: Int64
    var target: IPAddress
    var mac: MACAddress
  }

  private var questions: [Message] = []
  private var answers: [Message] = []

  mutating func add(
    _ message: NeighborMessage, from source: IPAddress, _ mac: MACAddress, number: UInt64,
    time: Int64
  ) {
    let row = Message(number: number, time: time, target: message.target, mac: mac)
    if message.kind == .solicitation {
      // Only who has no address yet asks from none.
      guard source.high == 0, source.low == 0, questions.count < Self.limit else { return }
      questions.append(row)
    } else if !message.isSolicited, answers.count < Self.limit {
      answers.append(row)
    }
  }

  mutating func merge(_ other: NeighborTally) {
    questions = Self.first(questions + other.questions)
    answers = Self.first(answers + other.answers)
  }

  private static func first(_ messages: [Message]) -> [Message] {
    Array(messages.sorted { $0.number < $1.number }.prefix(limit))
  }

  var duplicates: [DuplicateAddress] {
    guard !questions.isEmpty, !answers.isEmpty else { return [] }
    let byTarget = Dictionary(grouping: answers, by: \.target)
    var found: [IPAddress: DuplicateAddress] = [:]
    for question in questions {
      let answer = byTarget[question.target]?.first { $0.answers(question, within: Self.patience) }
      guard let answer else { continue }
      var row =
        found[question.target]
        ?? DuplicateAddress(
          address: question.target, asking: question.mac, holder: answer.mac)
      row.packets.add(question.number)
      row.packets.add(answer.number)
      found[question.target] = row
    }
    return found.values.sorted { $0.address < $1.address }
  }
}

extension NeighborTally.Message {
  /// A host also tells its neighbours of an address that it has just taken.
  fileprivate func answers(_ question: Self, within patience: Int64) -> Bool {
    let (delay, overflow) = time.subtractingReportingOverflow(question.time)
    return !overflow && delay >= 0 && delay <= patience && number > question.number
      && mac != question.mac
  }
}
