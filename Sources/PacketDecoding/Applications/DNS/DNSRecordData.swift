/// The data of a resource record, as far as it names a host or says something to a person.
package enum DNSRecordData: Hashable, Sendable {
  /// What an A or AAAA record holds.
  case address(IPAddress)
  /// Where a CNAME, DNAME, NS, PTR or MX record points, or the primary server of an SOA record.
  case name(String)
  /// Where an SRV record points (RFC 2782).
  case service(target: String, port: UInt16)
  /// Where an SVCB or HTTPS record points, with the addresses that it hints at (RFC 9460).
  case binding(target: String, hints: [IPAddress])
  /// The first string of a TXT record, up to 255 bytes.
  case text(String)
  /// Anything else, of which only the length is kept.
  case other(byteCount: Int)

  /// More hints of one record than these are left unread.
  private static let hintLimit = 8
}

extension DNSRecordData {
  /// Reads the data of `type`, or nil where its length is not that of its type.
  init?(
    _ type: DNSType, _ length: Int, _ data: inout ByteReader, _ names: inout DNSNameReader
  ) throws(DecodeError) {
    switch type {
    case .a where length == 4: self = .address(IPAddress(v4: try data.read()))
    case .aaaa where length == 16:
      self = .address(IPAddress(high: try data.read(), low: try data.read()))
    case .cname, .dname, .ns, .ptr, .soa:
      guard length > 0 else { return nil }
      self = .name(try names.read(&data))
    case .mx where length > 2:
      try data.skip(2)  // preference
      self = .name(try names.read(&data))
    case .srv where length > 6:
      try data.skip(4)  // priority and weight
      let port: UInt16 = try data.read()
      self = .service(target: try names.read(&data), port: port)
    case .svcb, .https:
      guard length > 2 else { return nil }
      self = try Self.binding(length, &data, &names)
    case .txt where length > 0:
      let count = try data.read(as: UInt8.self)
      self = .text(PrintableText.string(data, limit: min(Int(count), length - 1)))
    default: return nil
    }
  }

  private static func binding(
    _ length: Int, _ data: inout ByteReader, _ names: inout DNSNameReader
  ) throws(DecodeError) -> DNSRecordData {
    let end = data.offset + length
    try data.skip(2)  // priority
    let target = try names.read(&data)
    guard data.offset <= end else { return .other(byteCount: length) }
    var parameters = data.prefix(end - data.offset)
    var hints: [IPAddress] = []
    while parameters.remaining >= 4, hints.count < hintLimit {
      let key: UInt16 = try parameters.read()
      let count: UInt16 = try parameters.read()
      var value = parameters.prefix(Int(count))
      addHints(key, &value, to: &hints)
      parameters.advance(Int(count))
    }
    return .binding(target: target, hints: hints)
  }

  /// Adds the addresses of a parameter ipv4hint or ipv6hint.
  private static func addHints(
    _ key: UInt16, _ value: inout ByteReader, to hints: inout [IPAddress]
  ) {
    while hints.count < hintLimit {
      if key == 4, let bits: UInt32 = value.peek() {
        hints.append(IPAddress(v4: bits))
        value.advance(4)
      } else if key == 6, let high: UInt64 = value.peek(), let low: UInt64 = value.peek(at: 8) {
        hints.append(IPAddress(high: high, low: low))
        value.advance(16)
      } else {
        return
      }
    }
  }
}
