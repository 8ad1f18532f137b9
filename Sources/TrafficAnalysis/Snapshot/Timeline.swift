package import CaptureFormats

/// Traffic over time in bins of one width, at most 2,048 of them.
package struct Timeline: Sendable {
  /// A power of two times 1/512 s.
  package var binNanoseconds: Int64 = 1_953_125
  /// The start of the first bin, a multiple of the bin width since 1970.
  package var start = Timestamp(nanoseconds: 0)
  package var packets: [UInt64] = []
  package var bytes: [UInt64] = []
  /// TCP segments that were sent again; empty where none was, or where that is not kept.
  package var retransmissions: [UInt64] = []
  /// Bytes by the deepest protocol of the packet, most bytes in all first.
  package var byProtocol: [Series] = []

  /// One protocol's bytes in every bin.
  package struct Series: Sendable {
    /// Wireshark's display-filter name, "tls".
    package var name: String
    package var bytes: [UInt64]

    package init(name: String, bytes: [UInt64]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package init() {}

  /// The width of a bin in seconds.
  package var binSeconds: Double { Double(binNanoseconds) / 1e9 }
}
