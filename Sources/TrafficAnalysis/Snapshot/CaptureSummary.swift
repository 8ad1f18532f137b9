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

  /// A summary with what files say of themselves, and what they say was lost.
  init(files: [CaptureFileSummary], filter: String?) {
    self.files = files
    self.filter = filter
    let drops = files.flatMap(\.interfaces).compactMap(\.dropped)
    self.drops =
      drops.isEmpty ? nil : drops.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }

  /// Sets the times, if there are any: without, the first is later than the last.
  mutating func setTimes(first: Int64, last: Int64) {
    guard first <= last else { return }
    firstPacket = Timestamp(nanoseconds: first)
    lastPacket = Timestamp(nanoseconds: last)
  }

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
  /// Whose layers end in a number of a protocol that is not known to us.
  package var undecoded: UInt64 = 0
  /// With a header that breaks its specification or is cut off.
  package var malformed: UInt64 = 0

  package init() {}

  mutating func add(_ other: Accounting) {
    read += other.read
    filteredOut += other.filteredOut
    decoded += other.decoded
    undecoded += other.undecoded
    malformed += other.malformed
  }

  package var isBalanced: Bool { read == filteredOut + decoded + undecoded + malformed }
}
