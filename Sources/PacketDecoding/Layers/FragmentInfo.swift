/// Which part of an IP datagram a packet holds (RFC 791 section 3.2, RFC 8200 section 4.5), or that it
/// holds all of it compressed (RFC 3173): either way decoding goes on in bytes that are made first.
package struct FragmentInfo: Sendable {
  package var identification: UInt32
  /// Where the part begins in the datagram's payload, in bytes.
  package var offset: Int
  /// Bytes of the part on the wire.
  package var length: Int
  package var moreFragments: Bool
  /// Where the part begins in the frame.
  package var start: Int
  /// True if all of the part was captured.
  package var isWhole: Bool
  /// Addresses and protocol of the header that was fragmented, which tunnels may follow.
  package var source: IPAddress
  package var destination: IPAddress
  package var ipVersion: UInt8
  package var ipProtocol: UInt8
  /// The layers down to the one that was fragmented.
  package var path: ProtocolPath
  /// True for a whole payload that is compressed.
  package var isCompressed = false

  package var isFirst: Bool { offset == 0 }
}

extension DecodedPacket {
  package var fragment: FragmentInfo? { isFragment ? fragmentInfo : nil }

  /// Remembers the fragment, which ends at `end` by its header; only a first one has a transport header
  /// behind it.
  mutating func noteFragment(
    _ reader: borrowing ByteReader, end: Int, identification: UInt32, offset: Int,
    moreFragments: Bool
  ) -> ProtocolID {
    // A part of a datagram inside a part of another waits until that one is whole.
    guard !isFragment else { return offset == 0 ? layer(ipProtocol: ipProtocol) : .none }
    let length = max(0, wireEnd - reader.offset)
    isFragment = true
    fragmentInfo = FragmentInfo(
      identification: identification, offset: offset, length: length,
      moreFragments: moreFragments, start: reader.offset, isWhole: reader.end >= max(end, wireEnd),
      source: source, destination: destination, ipVersion: ipVersion, ipProtocol: ipProtocol,
      path: path)
    return offset == 0 ? layer(ipProtocol: ipProtocol) : .none
  }

  /// Goes on behind the header that was fragmented, in the datagram that its parts make.
  ///
  /// What outer headers told stays; offsets count from the start of the datagram from now on.
  package mutating func resume(_ fragment: FragmentInfo, in datagram: RawSpan) {
    path = fragment.path
    ipVersion = fragment.ipVersion
    source = fragment.source
    destination = fragment.destination
    forgetTransport()
    wireEnd = datagram.byteCount
    networkStart = -1
    var reader = ByteReader(datagram)
    walk(from: layer(ipProtocol: fragment.ipProtocol), &reader)
  }

  /// Takes the packet as the part of a datagram that it is, without what its bytes seem to say.
  package mutating func keepOnlyFragment(_ fragment: FragmentInfo) {
    path = fragment.path
    source = fragment.source
    destination = fragment.destination
    ipVersion = fragment.ipVersion
    ipProtocol = fragment.ipProtocol
    unknown = .none
    stop = nil
    quoted = ProtocolPath()
  }
}
