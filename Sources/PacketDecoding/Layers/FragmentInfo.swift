/// Which part of an IP datagram a packet holds (RFC 791 section 3.2, RFC 8200 section 4.5).
package struct FragmentInfo: Sendable {
  package var identification: UInt32
  /// Where the part begins in the datagram's payload, in bytes.
  package var offset: Int
  /// Bytes of the part on the wire.
  package var length: Int
  package var moreFragments: Bool
  /// True if all of the part was captured.
  package var isWhole: Bool
  /// Addresses and protocol of the header that was fragmented, which tunnels may follow.
  package var source: IPAddress
  package var destination: IPAddress
  package var ipProtocol: UInt8
  /// The layers down to the one that was fragmented.
  package var path: ProtocolPath

  package var isFirst: Bool { offset == 0 }
}
