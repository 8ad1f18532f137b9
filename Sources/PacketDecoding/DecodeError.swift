/// Why bytes could not be decoded further, with offsets from the start of the frame.
public enum DecodeError: Error, Equatable, Sendable {
  /// The capture ends inside a header.
  case truncated(needed: Int, available: Int, at: Int)
  /// A field holds a value that its specification does not allow.
  case invalid(Field, value: Int, at: Int)

  public enum Field: String, Sendable {
    case ipVersion, ipv4HeaderLength, ipv4TotalLength
    case tcpDataOffset, udpLength
    case layerCount
    case dnsLabel, dnsCount
    case berTag, berLength
    case tlsRecordLength, tlsRecordType, tlsVersion
    case quicVersion, quicLength, quicConnectionID
  }
}
