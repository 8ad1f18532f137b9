extension DNSMessage {
  /// Whether a datagram on any port is a DNS message by its header, as Wireshark decides it.
  ///
  /// A standard query with one question and no answers, or its response with at most one question
  /// and few records, and at least one byte behind the header. Random bytes pass about once in
  /// 10¹⁴; what consists of small numbers, such as SOME/IP, may pass, and counts as in Wireshark.
  package static func looksLikeDNS(_ reader: ByteReader) -> Bool {
    guard reader.remaining > DNSHeader.byteCount else { return false }
    var reader = reader
    guard let header = try? DNSHeader(parsing: &reader), header.opcode == .query,
      header.additionalCount <= 10
    else { return false }
    if header.isResponse {
      return header.questionCount <= 1 && header.answerCount <= 100 && header.authorityCount <= 10
    }
    return header.questionCount == 1 && header.answerCount == 0 && header.authorityCount == 0
  }
}
