/// One DNS message (RFC 1035, EDNS of RFC 6891); mDNS and LLMNR messages have the same form.
package struct DNSMessage: Equatable, Sendable {
  /// More questions than this are left unread; one is what there is outside mDNS.
  package static let questionLimit = 64
  /// More records than this are left unread, over all sections.
  package static let recordLimit = 256
  /// Room that is made for answers at once, whatever their number is said to be.
  private static let usualRecords = 8

  package var header = DNSHeader()
  /// With the upper eight bits of the EDNS record, if there is one (RFC 6891 section 6.1.3).
  package var responseCode = DNSResponseCode.noError
  package var questions: [DNSQuestion] = []
  package var answers: [DNSRecord] = []
  /// The records that came along, such as the addresses in an mDNS announcement.
  package var additional: [DNSRecord] = []
  /// What the message says of itself in an EDNS record, if it has one.
  package var edns: DNSExtension?
  /// Bytes of the message, as far as they were captured.
  package var byteCount = 0
  /// Why reading ended early, if it did; what was read before is still good.
  package var stop: DecodeError?

  /// One of nothing, to be read into.
  package init() {}

  /// Reads the rest of `reader` as one message; only a message without its flags throws.
  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    var names = DNSNameReader(cacheBits: 0)
    try read(&reader, names: &names)
  }

  /// The same with a reader of names that knows those of other messages, in place of the message that
  /// was read before, some of whose memory is used again.
  package mutating func read(
    _ reader: inout ByteReader, names: inout DNSNameReader
  ) throws(DecodeError) {
    questions.removeAll(keepingCapacity: true)
    // Answers are kept by those who saw them: they shall not have room for the most there ever were.
    answers = []
    additional.removeAll(keepingCapacity: true)
    (edns, stop) = (nil, nil)
    names.begin(messageAt: reader.offset)
    byteCount = reader.remaining
    header = try DNSHeader(parsing: &reader)
    responseCode = header.responseCode
    do throws(DecodeError) {
      try reader.skip(DNSHeader.countBytes)
      try readQuestions(&reader, &names)
      try readRecords(&reader, &names)
    } catch {
      stop = error
    }
  }

  package var id: UInt16 { header.id }
  package var isResponse: Bool { header.isResponse }

  private mutating func readQuestions(
    _ reader: inout ByteReader, _ names: inout DNSNameReader
  ) throws(DecodeError) {
    for _ in 0..<min(Int(header.questionCount), Self.questionLimit) {
      questions.append(try DNSQuestion(parsing: &reader, names: &names))
    }
    guard header.questionCount <= Self.questionLimit else {
      throw .invalid(.dnsCount, value: Int(header.questionCount), at: reader.offset)
    }
  }

  /// Reads what the sections behind the questions hold.
  private mutating func readRecords(
    _ reader: inout ByteReader, _ names: inout DNSNameReader
  ) throws(DecodeError) {
    let answerEnd = Int(header.answerCount)
    let authorityEnd = answerEnd + Int(header.authorityCount)
    let recordCount = authorityEnd + Int(header.additionalCount)
    answers.reserveCapacity(min(answerEnd, Self.usualRecords))
    for index in 0..<recordCount {
      guard index < Self.recordLimit else {
        throw .invalid(.dnsCount, value: recordCount, at: reader.offset)
      }
      let record = try DNSRecord(parsing: &reader, names: &names)
      if index < answerEnd {
        answers.append(record)
      } else if record.type == .opt {
        let found = DNSExtension(record)
        edns = found
        responseCode = DNSResponseCode(
          rawValue: UInt16(found.upperCode) << 4 | header.responseCode.rawValue)
      } else if index >= authorityEnd {
        additional.append(record)
      }
    }
  }
}
