package import CaptureFormats

/// Where the packets of a live report come from: interfaces, a stream, or a file that is played back.
///
/// One thread owns it; only ``wake()`` may be called from others.
package protocol LiveSource: AnyObject {
  /// Replaces the contents of `block` by what has arrived; waits for the first packet, at most
  /// `milliseconds`.
  ///
  /// Throws what ends the source for good; what is passing is an event.
  func next(into block: PacketBlock, waiting milliseconds: Int) throws -> LiveArrival

  /// Ends a wait that is under way, from any thread.
  func wake()

  /// What the sources say of themselves, as a report shows it.
  var files: [CaptureFileSummary] { get }

  /// One for each interface captured on; none for files and streams.
  var interfaces: [InterfaceStatus] { get }

  /// Packets that a filter or a time span took out after they were read.
  var filteredOut: UInt64 { get }

  /// What happened since the last call, one line each: an interface that went or came back.
  func takeEvents() -> [String]
}

/// What came of waiting for packets.
package enum LiveArrival: Sendable {
  case packets
  /// Nothing within the time, or woken.
  case nothing
  /// There will be no more.
  case ended
}
