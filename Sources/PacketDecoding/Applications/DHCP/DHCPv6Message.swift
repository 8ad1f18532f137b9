/// One message between client and server (RFC 8415 section 8), taken out of those of relay agents.
package struct DHCPv6Message: Equatable, Sendable {
  package var type: DHCPv6MessageType
  /// The client's DUID (section 11), in hexadecimal.
  package var client: String?
  package var mac: MACAddress?
  package var hostName: String?
  package var vendorClass: String?
  package var nameServers: [IPAddress] = []
  package var domain: String?
  package var addresses: [Address] = []

  /// An address or prefix inside an identity association.
  package struct Address: Hashable, Sendable {
    package var address: IPAddress
    package var prefixLength: UInt8?
    /// How long it is valid.
    package var seconds: UInt32
  }

  /// Relay agents between client and server that are passed.
  private static let relayLimit: UInt8 = 8
  private static let addressLimit = 16
  private static let textLimit = 255

  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    type = DHCPv6MessageType(rawValue: try reader.read())
    var relays: UInt8 = 0
    while type.isRelayed {
      relays += 1
      guard relays <= Self.relayLimit else {
        throw .invalid(.layerCount, value: Int(relays), at: reader.offset)
      }
      try reader.skip(33)  // hops, the link's and the peer's address
      guard let inner = Self.relayed(reader) else { return }
      reader = inner
      type = DHCPv6MessageType(rawValue: try reader.read())
    }
    try reader.skip(3)  // transaction
    readOptions(&reader)
  }

  /// The message that a relay agent passes on (section 21.10).
  @_lifetime(copy options)
  private static func relayed(_ options: ByteReader) -> ByteReader? {
    var options = options
    while let code: UInt16 = options.peek(), let length: UInt16 = options.peek(at: 2) {
      options.advance(4)
      if code == 9 { return options.prefix(Int(length)) }
      options.advance(Int(length))
    }
    return nil
  }

  private mutating func readOptions(_ reader: inout ByteReader) {
    while let code: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2) {
      reader.advance(4)
      readOption(code, reader.prefix(Int(length)))
      reader.advance(Int(length))
    }
  }

  private mutating func readOption(_ code: UInt16, _ value: ByteReader) {
    var value = value
    switch code {
    case 1: readClient(value)
    case 3, 25: readAssociation(&value, headLength: 12)
    case 4: readAssociation(&value, headLength: 4)
    case 16: readVendorClass(value)
    case 23: nameServers = Self.addresses(&value)
    case 24: domain = Self.name(&value)
    case 39:
      value.advance(1)
      hostName = Self.name(&value)
    default: break
    }
  }

  /// A DUID with a link-layer address says the MAC address (sections 11.2 and 11.4).
  private mutating func readClient(_ value: ByteReader) {
    var bytes = value.prefix(130)
    let link = bytes.peek(as: UInt16.self) == 1 ? 8 : bytes.peek(as: UInt16.self) == 3 ? 4 : 0
    if link > 0, bytes.peek(at: 2, as: UInt16.self) == 1, bytes.remaining == link + 6,
      let high: UInt32 = bytes.peek(at: link), let low: UInt16 = bytes.peek(at: link + 4)
    {
      mac = MACAddress(rawValue: UInt64(high) << 16 | UInt64(low))
    }
    let octets = try? bytes.readBytes(bytes.remaining)
    client = (octets ?? []).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private mutating func readAssociation(_ value: inout ByteReader, headLength: Int) {
    value.advance(headLength)
    while let code: UInt16 = value.peek(), let length: UInt16 = value.peek(at: 2) {
      value.advance(4)
      if addresses.count < Self.addressLimit, let address = Self.address(code, value) {
        addresses.append(address)
      }
      value.advance(Int(length))
    }
  }

  /// The options IAADDR (section 21.6) and IAPREFIX (section 21.22).
  private static func address(_ code: UInt16, _ value: ByteReader) -> Address? {
    switch code {
    case 5:
      guard let high: UInt64 = value.peek(), let low: UInt64 = value.peek(at: 8),
        let seconds: UInt32 = value.peek(at: 20)
      else { return nil }
      return Address(
        address: IPAddress(high: high, low: low), prefixLength: nil, seconds: seconds)
    case 26:
      guard let seconds: UInt32 = value.peek(at: 4), let length: UInt8 = value.peek(at: 8),
        let high: UInt64 = value.peek(at: 9), let low: UInt64 = value.peek(at: 17)
      else { return nil }
      return Address(
        address: IPAddress(high: high, low: low), prefixLength: length, seconds: seconds)
    default: return nil
    }
  }

  /// The first text of the option (section 21.16).
  private mutating func readVendorClass(_ value: ByteReader) {
    var text = value
    text.advance(4)
    guard let length: UInt16 = text.peek() else { return }
    text.advance(2)
    let shown = PrintableText.string(text, limit: min(Int(length), Self.textLimit))
    vendorClass = shown.isEmpty ? nil : shown
  }

  private static func addresses(_ value: inout ByteReader) -> [IPAddress] {
    var result: [IPAddress] = []
    while result.count < 4, let high: UInt64 = value.peek(), let low: UInt64 = value.peek(at: 8) {
      result.append(IPAddress(high: high, low: low))
      value.advance(16)
    }
    return result
  }

  /// A name in the form of DNS; a client may leave out its end (RFC 4704 section 4.2).
  private static func name(_ value: inout ByteReader) -> String? {
    var names = DNSNameReader(messageAt: value.offset)
    var whole = value
    if let name = try? names.read(&whole) { return name == "<Root>" ? nil : name }
    guard let length: UInt8 = value.peek(), length > 0, Int(length) == value.remaining - 1 else {
      return nil
    }
    value.advance(1)
    return PrintableText.string(value, limit: textLimit)
  }
}

extension DHCPv6Message {
  /// What it says of addresses and who has them; one without an address where there is none.
  package func leases(from source: IPAddress) -> [AddressLease] {
    guard let client else { return [] }
    var lease = AddressLease(client: client, mac: mac)
    lease.hostName = hostName
    lease.vendorClass = vendorClass
    if type.isFromServer {
      lease.settings = AddressLease.Settings()
      lease.settings?.server = source
      lease.settings?.nameServers = nameServers
      lease.settings?.domain = domain
    }
    guard let event, !addresses.isEmpty else { return [lease] }
    return addresses.map { address in
      var lease = lease
      // A server takes an address away by saying that it is valid no longer.
      lease.event = event == .leased && address.seconds == 0 ? .released : event
      lease.address = address.address
      lease.prefixLength = address.prefixLength
      // All ones are without an end (section 7.7).
      lease.settings?.seconds = address.seconds == .max ? nil : address.seconds
      return lease
    }
  }

  private var event: AddressLease.Event? {
    switch type {
    case .advertise: .offered
    case .reply: .leased
    case .release: .released
    case .decline: .declined
    default: nil
    }
  }
}
