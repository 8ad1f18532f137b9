/// One capture file.
package struct CaptureFileSummary: Sendable {
  package var name = ""
  /// SHA-256 of the file as it lies on disk, in hexadecimal.
  package var sha256: String?
  /// "pcap" or "pcapng".
  package var format = ""
  /// "none", "gzip", "zstd" or "lz4".
  package var compression = "none"
  /// "s", "ms", "us", "ns" or "2^-N s"; the finest of the interfaces.
  package var timePrecision = ""
  /// The largest snap length of its interfaces; 0 is no limit.
  package var snapLength: UInt32 = 0
  /// Names of link types as libpcap has them, "EN10MB", in order of appearance.
  package var linkTypes: [String] = []
  package var packets: UInt64 = 0
  package var bytesOnDisk: UInt64?
  package var interfaces: [CaptureInterfaceSummary] = []
  package var comments: [String] = []
  package var cutShort: CutShort?
  /// The names of addresses that the file carries.
  package var names: [NameRecord] = []
  /// The program and machine that wrote the file, if it says.
  package var writtenBy: [String] = []

  package init() {}

  package init(name: String, format: String) {
    self.name = name
    self.format = format
  }
}

/// The names of one address in a block for name resolution.
package struct NameRecord: Hashable, Sendable {
  /// Four or sixteen bytes, in network byte order.
  package var address: [UInt8]
  package var names: [String]

  package init(address: [UInt8], names: [String]) {
    self.address = address
    self.names = names
  }
}

/// One interface of a capture file.
package struct CaptureInterfaceSummary: Sendable {
  package var name: String?
  package var description: String?
  package var linkType: String
  /// What the capturing system says it received; nil if it does not say.
  package var received: UInt64?
  /// What the capturing system says it lost.
  package var dropped: UInt64?

  package init(
    name: String? = nil, description: String? = nil, linkType: String, received: UInt64? = nil,
    dropped: UInt64? = nil
  ) {
    self.name = name
    self.description = description
    self.linkType = linkType
    self.received = received
    self.dropped = dropped
  }
}

/// Where and why reading a file ended before its end.
package struct CutShort: Equatable, Sendable {
  /// Offset in the (decompressed) capture, in bytes.
  package var offset: UInt64
  /// The number of the last packet that could be read.
  package var packet: UInt64
  package var reason: String

  package init(offset: UInt64, packet: UInt64, reason: String) {
    self.offset = offset
    self.packet = packet
    self.reason = reason
  }
}
