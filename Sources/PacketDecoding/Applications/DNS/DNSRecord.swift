/// A resource record (RFC 1035 section 4.1.3), with the data that can name a host.
package struct DNSRecord: Hashable, Sendable {
  package var name: String
  package var type: DNSType
  /// 1 is the Internet; in mDNS the top bit empties caches (RFC 6762 section 10.2).
  package var classNumber: UInt16
  package var timeToLive: UInt32
  package var data: DNSRecordData

  init(parsing reader: inout ByteReader, names: inout DNSNameReader) throws(DecodeError) {
    let name = try names.read(&reader)
    let type = DNSType(rawValue: try reader.read())
    let classNumber: UInt16 = try reader.read()
    let timeToLive: UInt32 = try reader.read()
    let length = Int(try reader.read(as: UInt16.self))
    var data = reader
    try reader.skip(length)
    let meaning = try DNSRecordData(type, length, &data, &names)
    self.name = name
    self.type = type
    self.classNumber = classNumber
    self.timeToLive = timeToLive
    self.data = meaning ?? .other(byteCount: length)
  }
}
