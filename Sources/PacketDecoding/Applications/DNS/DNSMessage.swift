/// One DNS message (RFC 1035, EDNS of RFC 6891); mDNS and LLMNR messages have the same form.
package struct DNSMessage: Equatable, Sendable {
  /// More questions than this are left unread; one is what there is outside mDNS.
  package static let questionLimit = 64
  /// More records than this are left unread, over all sections.
  package static let recordLimit = 256
  /// Room that is made for answers at once, whatever their number is said to be.
  private static let usualRecords = 8

  package var header: DNSHeader
  /// With the upper eight bits of the EDNS record, if there is one (RFC 6891 section 6.1.3).
  package var responseCode: DNSResponseCode
  package var questions: [DNSQuestion]
  package var answers: [DNSRecord]
  /// The records that came along, such as the addresses in an mDNS announcement.
  package var additional: [DNSRecord]
  /// What the message says of itself in an EDNS record, if it has one.
  package var edns: DNSExtension?
  /// Bytes of the message, as far as they were captured.
  package var byteCount: Int
  /// Why reading ended early, if it did; what was read before is still good.
  package var stop: DecodeError?

  /// Reads the rest of `reader` as one message; only a message without its flags throws.
  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    var names = DNSNameReader(cacheBits: 0)
    try self.init(parsing: &reader, names: &names)
  }

  /// The same with a reader of names that knows those of other messages.
  package init(
    parsing reader: inout ByteReader, names: inout DNSNameReader
  ) throws(DecodeError) {
    names.begin(messageAt: reader.offset)
    let byteCount = reader.remaining
    let header = try DNSHeader(parsing: &reader)
    var questions: [DNSQuestion] = []
    var records = Records(header)
    var stop: DecodeError?
    do throws(DecodeError) {
      try reader.skip(DNSHeader.countBytes)
      try Self.readQuestions(header, &reader, &names, into: &questions)
      try records.read(header, &reader, &names)
    } catch {
      stop = error
    }
    // All at once and in the end, or the compiler copies the message to hand it out.
    self.header = header
    self.byteCount = byteCount
    self.stop = stop
    self.questions = questions
    responseCode = records.responseCode
    answers = records.answers
    additional = records.additional
    edns = records.edns
  }

  package var id: UInt16 { header.id }
  package var isResponse: Bool { header.isResponse }

  private static func readQuestions(
    _ header: DNSHeader, _ reader: inout ByteReader, _ names: inout DNSNameReader,
    into questions: inout [DNSQuestion]
  ) throws(DecodeError) {
    for _ in 0..<min(Int(header.questionCount), questionLimit) {
      questions.append(try DNSQuestion(parsing: &reader, names: &names))
    }
    guard header.questionCount <= questionLimit else {
      throw .invalid(.dnsCount, value: Int(header.questionCount), at: reader.offset)
    }
  }

  /// What the sections behind the questions hold.
  private struct Records {
    var responseCode: DNSResponseCode
    var answers: [DNSRecord] = []
    var additional: [DNSRecord] = []
    var edns: DNSExtension?

    init(_ header: DNSHeader) { responseCode = header.responseCode }

    mutating func read(
      _ header: DNSHeader, _ reader: inout ByteReader, _ names: inout DNSNameReader
    ) throws(DecodeError) {
      let answerEnd = Int(header.answerCount)
      let authorityEnd = answerEnd + Int(header.authorityCount)
      let recordCount = authorityEnd + Int(header.additionalCount)
      answers.reserveCapacity(min(answerEnd, usualRecords))
      for index in 0..<recordCount {
        guard index < recordLimit else {
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
}
