import CaptureFormats
import PacketDecoding

/// A query and its response, or one of them alone, as the messages have it; most are never shown, and
/// so words are only made of it by ``transaction``.
struct DNSExchange: Sendable {
  /// When the query was first sent; of a response alone, when that came.
  var time: Timestamp
  var client: IPAddress
  var clientPort: UInt16
  var server: IPAddress
  var serverPort: UInt16
  var isStream: Bool
  var isTruncated = false
  var id: UInt16
  var type: DNSType?
  var responseCode: DNSResponseCode?
  var name = ""
  private var answers: [DNSRecord] = []
  /// What many answers say, of which keeping all would take too much.
  private var answerText = ""
  var latencyNanoseconds: Int64?
  var queryBytes: Int?
  var responseBytes: Int?
  var retransmissions: UInt64 = 0

  /// Answers that are kept as they are.
  private static let answerLimit = 8

  /// Begins with a message of the client.
  init(query message: borrowing DNSMessage, _ ends: MessageEnds, time: Int64) {
    self.init(message, ends, time: time)
    queryBytes = message.byteCount
  }

  /// Begins with a message of the server.
  init(response message: borrowing DNSMessage, _ ends: MessageEnds, time: Int64) {
    self.init(message, ends.reversed, time: time)
    answer(message)
  }

  private init(_ message: borrowing DNSMessage, _ ends: MessageEnds, time: Int64) {
    self.time = Timestamp(nanoseconds: time)
    client = ends.source
    clientPort = ends.sourcePort
    server = ends.destination
    serverPort = ends.destinationPort
    isStream = ends.isStream
    id = message.id
    name = message.questions.first.map { bounded($0.name) } ?? ""
    type = message.questions.first?.type
  }

  /// Takes over what `message` answers.
  mutating func answer(_ message: borrowing DNSMessage) {
    responseCode = message.responseCode
    isTruncated = message.header.isTruncated
    responseBytes = message.byteCount
    if message.answers.count <= Self.answerLimit {
      answers = message.answers
    } else {
      answerText = Self.text(message.answers)
    }
  }

  private static func text(_ answers: [DNSRecord]) -> String {
    var texts = ""
    for answer in answers where texts.utf8.count <= NameTable.lengthLimit {
      texts += (texts.isEmpty ? "" : "; ") + bounded(answer.dataText)
    }
    return bounded(texts)
  }

  /// Whether two queries ask for the same; resolvers may vary the case of letters.
  func asksFor(the other: DNSExchange) -> Bool {
    type == other.type && (name == other.name || name.inLowerCase == other.name.inLowerCase)
  }

  var transaction: DNSTransaction {
    var row = DNSTransaction(time: time, client: client, server: server)
    row.clientPort = clientPort
    row.serverPort = serverPort
    row.transport = isStream ? "TCP" : "UDP"
    row.id = id
    row.name = name
    row.type = type?.description ?? ""
    row.responseCode = responseCode?.description
    row.answers = answers.isEmpty ? answerText : Self.text(answers)
    row.latencyNanoseconds = latencyNanoseconds
    row.queryBytes = queryBytes
    row.responseBytes = responseBytes
    row.retransmissions = retransmissions
    row.isTruncated = isTruncated
    return row
  }
}
