/// What is asked for in a DNS message (RFC 1035 section 4.1.2).
package struct DNSQuestion: Hashable, Sendable {
  package var name: String
  package var type: DNSType
  /// 1 is the Internet; in mDNS the top bit asks for a unicast answer (RFC 6762 section 5.4).
  package var classNumber: UInt16

  init(parsing reader: inout ByteReader, names: inout DNSNameReader) throws(DecodeError) {
    name = try names.read(&reader)
    type = DNSType(rawValue: try reader.read())
    classNumber = try reader.read()
  }
}
