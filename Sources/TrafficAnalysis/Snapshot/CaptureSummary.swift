package import CaptureFormats

/// Where the packets came from and what became of them.
package struct CaptureSummary: Sendable {
  package var files: [CaptureFileSummary] = []
  /// The capture filter in libpcap's syntax, if one was given.
  package var filter: String?
  /// Packets that were analysed: read, and not filtered out.
  package var packets: UInt64 = 0
  /// Their bytes on the wire (`frame.len`).
  package var bytes: UInt64 = 0
  /// Their bytes in the capture (`frame.cap_len`).
  package var capturedBytes: UInt64 = 0
  /// The earliest time stamp; nil without packets that carry one.
  package var firstPacket: Timestamp?
  /// The latest time stamp.
  package var lastPacket: Timestamp?
  /// Packets whose time stamp is earlier than that of the packet before.
  package var timeReversals: UInt64 = 0
  package var accounting = Accounting()
  /// Packets the capturing system says it lost, over all interfaces; nil if no file says.
  package var drops: UInt64?

  package init() {}

  /// The latest minus the earliest time stamp.
  package var durationNanoseconds: Int64 {
    guard let firstPacket, let lastPacket else { return 0 }
    return lastPacket.nanoseconds(since: firstPacket)
  }

  /// The latest minus the earliest time stamp, in seconds.
  package var durationSeconds: Double { Double(durationNanoseconds) / 1e9 }
}

/// What became of every packet read; `read = filteredOut + decoded + undecoded + malformed`.
package struct Accounting: Equatable, Sendable {
  package var read: UInt64 = 0
  package var filteredOut: UInt64 = 0
  /// Decoded down to the deepest layer that we know.
  package var decoded: UInt64 = 0
  /// Of a link type, or with a first protocol, that is not known to us.
  package var undecoded: UInt64 = 0
  /// With a header that breaks its specification or is cut off.
  package var malformed: UInt64 = 0

  package init() {}

  package var isBalanced: Bool { read == filteredOut + decoded + undecoded + malformed }
}

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
  /// The program and machine that wrote the file, if it says.
  package var writtenBy: [String] = []

  package init() {}

  package init(name: String, format: String) {
    self.name = name
    self.format = format
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
