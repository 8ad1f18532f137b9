/// One message of BOOTP or DHCP (RFC 951, RFC 2131), with the options that a report shows (RFC 2132).
package struct DHCPMessage: Equatable, Sendable {
  static let cookie: UInt32 = 0x6382_5363

  /// 1 from a client, 2 from a server.
  package var operation: UInt8
  package var transaction: UInt32
  package var clientAddress: IPAddress
  package var yourAddress: IPAddress
  /// Who passed the message on from another network, if anybody did.
  package var relayAgent: IPAddress
  package var mac: MACAddress?
  /// Nil in BOOTP.
  package var type: DHCPMessageType?
  package var hostName: String?
  package var vendorClass: String?
  package var settings = AddressLease.Settings()

  /// Addresses of one option that are kept.
  private static let addressLimit = 4
  private static let textLimit = 255

  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    operation = try reader.read()
    let hardwareType: UInt8 = try reader.read()
    let hardwareLength: UInt8 = try reader.read()
    try reader.skip(1)  // hops
    transaction = try reader.read()
    try reader.skip(4)  // seconds, flags
    clientAddress = IPAddress(v4: try reader.read())
    yourAddress = IPAddress(v4: try reader.read())
    try reader.skip(4)  // next server
    relayAgent = IPAddress(v4: try reader.read())
    let high: UInt32 = try reader.read()
    let low: UInt16 = try reader.read()
    try reader.skip(10)  // the rest of the hardware address
    if hardwareType == 1, hardwareLength == 6 {
      mac = MACAddress(rawValue: UInt64(high) << 16 | UInt64(low))
    }
    try reader.skip(64 + 128)  // server's name, boot file
    guard let cookie: UInt32 = reader.peek(), cookie == Self.cookie else { return }
    reader.advance(4)
    readOptions(&reader)
  }

  private mutating func readOptions(_ reader: inout ByteReader) {
    while let code: UInt8 = reader.peek(), code != 255 {
      reader.advance(1)
      guard code != 0 else { continue }
      guard let length: UInt8 = reader.peek() else { return }
      reader.advance(1)
      readOption(code, reader.prefix(Int(length)))
      reader.advance(Int(length))
    }
  }

  private mutating func readOption(_ code: UInt8, _ value: ByteReader) {
    switch code {
    case 3: settings.routers = Self.addresses(value)
    case 6: settings.nameServers = Self.addresses(value)
    case 12: hostName = Self.text(value) ?? hostName
    case 15: settings.domain = Self.text(value)
    case 51: settings.seconds = value.peek()
    case 53: type = value.peek().map { DHCPMessageType(rawValue: $0) }
    case 54: settings.server = Self.addresses(value).first
    case 60: vendorClass = Self.text(value)
    case 81 where hostName == nil: hostName = Self.domainName(value)
    default: break
    }
  }

  private static func addresses(_ value: ByteReader) -> [IPAddress] {
    var value = value
    var result: [IPAddress] = []
    while let bits: UInt32 = value.peek(), result.count < addressLimit {
      result.append(IPAddress(v4: bits))
      value.advance(4)
    }
    return result
  }

  /// Some clients end their texts with zeros.
  private static func text(_ value: ByteReader) -> String? {
    let end = value.distance(to: 0, within: textLimit) ?? min(value.remaining, textLimit)
    return end == 0 ? nil : PrintableText.string(value, limit: end)
  }

  /// The fully qualified name of a client, in the form of DNS or in ASCII (RFC 4702 section 2).
  private static func domainName(_ value: ByteReader) -> String? {
    guard let flags: UInt8 = value.peek() else { return nil }
    var name = value
    name.advance(3)
    guard flags & 4 != 0 else { return text(name) }
    var names = DNSNameReader(messageAt: name.offset)
    return try? names.read(&name)
  }
}

extension DHCPMessage {
  /// What it says of an address and who has it; nil where it does not say who.
  package var lease: AddressLease? {
    guard let mac else { return nil }
    var lease = AddressLease(client: mac.description, mac: mac)
    lease.hostName = hostName
    lease.vendorClass = operation == 1 ? vendorClass : nil
    if operation == 2 { lease.settings = settings }
    switch type {
    case .offer?: lease.event = .offered
    case .ack?: lease.event = .leased
    case .release?: lease.event = .released
    // What is declined is in an option; the address of the client is not set.
    case .inform?: break
    case nil where operation == 2: lease.event = .leased
    default: break
    }
    let address = operation == 2 && yourAddress != .none ? yourAddress : clientAddress
    lease.address = address == .none ? nil : address
    return lease
  }
}
