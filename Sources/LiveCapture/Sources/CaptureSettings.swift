/// What is captured, and how.
package struct CaptureSettings: Sendable {
  /// Names as `packetpress interfaces` shows them; "any" is every one of the machine.
  package var interfaces: [String]
  /// In libpcap's syntax; the kernel applies it.
  package var filter: String?
  /// Bytes kept of each packet; the default is all of them.
  package var snapLength = 262_144
  /// What the kernel holds for each interface while nobody reads.
  package var bufferBytes = 64 << 20
  package var isPromiscuous = true

  package init(interfaces: [String], filter: String? = nil) {
    self.interfaces = interfaces
    self.filter = filter
  }
}
