/// Why bytes could not be decoded further, with offsets from the start of the frame.
package enum DecodeError: Error, Equatable, Sendable {
  /// The capture ends inside a header.
  case truncated(needed: Int, available: Int, at: Int)
  /// A field holds a value that its specification does not allow.
  case invalid(Field, value: Int, at: Int)

  package enum Field: String, Sendable {
    case ethernetType, vlanType, llcLength, snapLength
    case arpHardwareLength, arpOperation
    case ipVersion, ipv4HeaderLength, ipv4TotalLength, ipv6PayloadLength, ipv6ExtensionLength
    case tcpDataOffset, udpLength, sctpChunkLength, greVersion, pppoeVersion, pppoeLength
    case layerCount
    case dnsLabel, dnsPointer, dnsCount
    case httpStartLine, httpHeaderLength
    case tlsRecordLength, tlsRecordType, tlsHandshakeLength, tlsVersion
  }
}
