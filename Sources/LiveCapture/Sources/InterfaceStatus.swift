/// How capturing on one interface stands.
package struct InterfaceStatus: Equatable, Sendable {
  package var name: String
  /// As libpcap names it, "EN10MB".
  package var linkType: String
  package var state = State.up
  /// Packets that passed the filter, as the kernel counts them since the start.
  package var received: UInt64 = 0
  /// Packets the kernel lost because nobody took them in time.
  package var dropped: UInt64 = 0
  /// Packets the interface or its driver lost.
  package var droppedByInterface: UInt64 = 0

  package enum State: String, Equatable, Sendable {
    case up
    /// There, but administratively down.
    case down
    /// Not there any more; waited for.
    case gone
  }

  package init(name: String, linkType: String) {
    self.name = name
    self.linkType = linkType
  }
}
