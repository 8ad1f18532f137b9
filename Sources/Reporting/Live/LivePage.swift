package import CaptureFormats

/// What a report shows while the capture goes on.
package struct LivePage: Sendable {
  /// Seconds between two reports.
  package var everySeconds: Int
  package var view = View.whole
  package var state = State.running
  /// Counts the reports since the start, from 1.
  package var generation: UInt64 = 1
  /// When this report was made, by the clock of this machine.
  package var updated: Timestamp
  package var started: Timestamp
  /// What is captured: "eth0, wlan0", "office.pcap, played back".
  package var source: String
  package var packets: UInt64 = 0
  package var bytes: UInt64 = 0
  /// Over the time since the report before.
  package var packetsPerSecond: Double = 0
  package var bitsPerSecond: Double = 0
  /// Flows that saw a packet within the window.
  package var activeFlows: UInt64 = 0
  /// Packets lost by the kernel and by interfaces; nil where nobody counts.
  package var dropped: UInt64?
  package var interfaces: [Interface] = []
  /// What is to be known now, one sentence each: an interface that is down, a disk that is full.
  package var notices: [String] = []
  /// Files that packets were saved to.
  package var saved: [String] = []
  /// Length of the other page's window in seconds.
  package var windowSeconds: Int
  /// Where the server of the page sends events, from the root of the report; nil without a server.
  package var eventsPath: String?

  /// Which of the two pages it is.
  package enum View: Sendable {
    /// Everything since the start: `index.html`.
    case whole
    /// The last while: `window/index.html`.
    case window
  }

  package enum State: String, Sendable {
    case running
    /// The capture has come to its end in good order; nothing new will come.
    case ended
  }

  package struct Interface: Sendable {
    package var name: String
    /// "up", "down" or "gone".
    package var state: String
    package var received: UInt64
    package var dropped: UInt64
    package var droppedByInterface: UInt64

    package init(
      name: String, state: String, received: UInt64, dropped: UInt64, droppedByInterface: UInt64
    ) {
      self.name = name
      self.state = state
      self.received = received
      self.dropped = dropped
      self.droppedByInterface = droppedByInterface
    }
  }

  package init(
    everySeconds: Int, windowSeconds: Int, started: Timestamp, updated: Timestamp, source: String
  ) {
    self.everySeconds = everySeconds
    self.windowSeconds = windowSeconds
    self.started = started
    self.updated = updated
    self.source = source
  }

  /// "15 min".
  var windowText: String { Words.duration(Int64(windowSeconds) * 1_000_000_000) }
}
