/// A resource record (RFC 1035 section 4.1.3), with the data that can name a host.
package struct DNSRecord: Hashable, Sendable {
  package var name: String
  package var type: DNSType
  /// 1 is the Internet; in mDNS the top bit empties caches (RFC 6762 section 10.2).
  package var classNumber: UInt16
  package var timeToLive: UInt32
  package var data: DNSRecordData

  init(parsing reader: inout ByteReader, names: inout DNSNameReader) throws(DecodeError) {
    name = try names.read(&reader)
    type = DNSType(rawValue: try reader.read())
    classNumber = try reader.read()
    timeToLive = try reader.read()
    let length = Int(try reader.read(as: UInt16.self))
    var data = reader
    try reader.skip(length)
    self.data = .other(byteCount: length)
    if let meaning = try DNSRecordData(type, length, &data, &names) { self.data = meaning }
  }
}
