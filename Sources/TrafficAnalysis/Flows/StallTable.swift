/// How long endpoints kept their windows closed while the other side had something to send.
struct StallTable: Sendable {
  struct Row: Sendable {
    /// How often the window was closed.
    private(set) var closings: UInt32 = 0
    /// The longest time that it stayed so, in nanoseconds, and the packet that closed it.
    private(set) var longest: Int64 = 0
    private(set) var number: UInt64 = 0
    private var isOpen = true
    private var since: Int64 = 0
    private var closingNumber: UInt64 = 0
    /// When the other side last tried to send.
    private var lastTry: Int64?

    mutating func close(_ time: Int64, _ packet: UInt64) {
      guard isOpen else { return }
      isOpen = false
      closings &+= 1
      since = time
      closingNumber = packet
      lastTry = nil
    }

    mutating func noteTry(_ time: Int64) {
      guard !isOpen else { return }
      lastTry = time
      // Should nothing more come, this is how long it is known to have lasted.
      note(until: time)
    }

    mutating func open(_ time: Int64) {
      guard !isOpen else { return }
      isOpen = true
      // Nobody waited for a window that opened unasked.
      if lastTry != nil { note(until: time) }
    }

    private mutating func note(until time: Int64) {
      let (duration, overflow) = time.subtractingReportingOverflow(since)
      guard !overflow, duration > longest else { return }
      longest = duration
      number = closingNumber
    }
  }

  /// Endpoints that are remembered.
  let limit: Int
  private(set) var beyond: UInt64 = 0
  private var rows: [UInt64: Row] = [:]

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { rows.isEmpty }

  subscript(id: UInt64) -> Row? { rows[id] }

  mutating func close(_ id: UInt64, _ time: Int64, _ packet: UInt64) {
    guard rows.count < limit || rows[id] != nil else {
      beyond += 1
      return
    }
    rows[id, default: Row()].close(time, packet)
  }

  mutating func noteTry(_ id: UInt64, _ time: Int64) { rows[id]?.noteTry(time) }

  mutating func open(_ id: UInt64, _ time: Int64) { rows[id]?.open(time) }

  /// Forgets an endpoint that is gone.
  mutating func forget(_ id: UInt64) { if !rows.isEmpty { rows[id] = nil } }
}
