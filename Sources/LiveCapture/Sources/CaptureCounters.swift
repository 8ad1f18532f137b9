/// libpcap's counters of one interface, which have 32 bits and wrap, added up.
package struct CaptureCounters: Equatable {
  package private(set) var received: UInt64 = 0
  package private(set) var dropped: UInt64 = 0
  package private(set) var droppedByInterface: UInt64 = 0
  private var last = Reading()

  /// What `pcap_stats` said.
  package struct Reading: Equatable {
    package var received: UInt32
    package var dropped: UInt32
    package var droppedByInterface: UInt32

    package init(received: UInt32 = 0, dropped: UInt32 = 0, droppedByInterface: UInt32 = 0) {
      self.received = received
      self.dropped = dropped
      self.droppedByInterface = droppedByInterface
    }
  }

  package init() {}

  package mutating func add(_ reading: Reading) {
    received += UInt64(reading.received &- last.received)
    dropped += UInt64(reading.dropped &- last.dropped)
    // libpcap takes this one from the interface itself, where it begins anew when the interface does.
    let step = Int32(bitPattern: reading.droppedByInterface &- last.droppedByInterface)
    droppedByInterface += UInt64(max(0, step))
    last = reading
  }
}
