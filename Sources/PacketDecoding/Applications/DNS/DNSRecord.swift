/// A resource record (RFC 1035 section 4.1.3), with the data that can name a host.
package struct DNSRecord: Hashable, Sendable {
  package enum Data: Hashable, Sendable {
    /// What an A or AAAA record holds.
    case address(IPAddress)
    /// Where a CNAME, DNAME, NS, PTR, MX or SRV record points.
    case name(String)
    /// Anything else, of which only the length is kept.
    case other(byteCount: Int)
  }

  package var name: String
  package var type: DNSType
  /// 1 is the Internet; in mDNS the top bit empties caches (RFC 6762 section 10.2).
  package var classNumber: UInt16
  package var timeToLive: UInt32
  package var data: Data

  init(parsing reader: inout ByteReader, names: inout DNSNameReader) throws(DecodeError) {
    name = try names.read(&reader)
    type = DNSType(rawValue: try reader.read())
    classNumber = try reader.read()
    timeToLive = try reader.read()
    let length = Int(try reader.read(as: UInt16.self))
    var data = reader
    try reader.skip(length)
    self.data = .other(byteCount: length)
    if let meaning = try Self.meaning(of: type, length, &data, &names) { self.data = meaning }
  }

  /// Reads the data of `type`, or nil where its length is not that of its type.
  private static func meaning(
    of type: DNSType, _ length: Int, _ data: inout ByteReader, _ names: inout DNSNameReader
  ) throws(DecodeError) -> Data? {
    switch type {
    case .a where length == 4:
      return .address(IPAddress(v4: try data.read()))
    case .aaaa where length == 16:
      return .address(IPAddress(high: try data.read(), low: try data.read()))
    case .cname, .dname, .ns, .ptr:
      return length > 0 ? .name(try names.read(&data)) : nil
    case .mx where length > 2:
      try data.skip(2)  // preference
      return .name(try names.read(&data))
    case .srv where length > 6:
      try data.skip(6)  // priority, weight and port (RFC 2782)
      return .name(try names.read(&data))
    default:
      return nil
    }
  }
}
