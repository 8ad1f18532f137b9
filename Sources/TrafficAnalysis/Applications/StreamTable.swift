/// The streams that are followed, at most a stated number; one too many ends the oldest.
struct StreamTable {
  private struct Turn {
    var slot: Int
    var serial: UInt64
  }

  let limit: Int
  /// Streams that were given up because too many were open.
  private(set) var abandoned: UInt64 = 0

  private var states: [StreamState?] = []
  /// Which stream a slot holds, or held last.
  private var serials: [UInt64] = []
  private var free: [Int] = []
  /// Streams in the order in which they began; some may have ended since.
  private var turns: [Turn] = []
  private var oldest = 0
  private var nextSerial: UInt64 = 0

  init(limit: Int) { self.limit = limit }

  /// The state in a slot, if it is still that of this flow.
  @inline(__always)
  func state(_ slot: Int32, flow: Int) -> StreamState? {
    guard slot >= 0, let state = states[Int(slot)], state.flow == flow else { return nil }
    return state
  }

  /// Takes a stream in and returns its slot, or -1 where none are to be followed.
  mutating func insert(_ state: StreamState) -> Int32 {
    guard limit > 0 else {
      abandoned += 1
      return -1
    }
    let slot = freeSlot()
    nextSerial += 1
    states[slot] = state
    serials[slot] = nextSerial
    turns.append(Turn(slot: slot, serial: nextSerial))
    if turns.count > 2 * limit + 1024 { forgetEnded() }
    return Int32(slot)
  }

  mutating func remove(_ slot: Int32) {
    states[Int(slot)] = nil
    free.append(Int(slot))
  }

  private mutating func freeSlot() -> Int {
    if let slot = free.popLast() { return slot }
    if states.count < limit {
      states.append(nil)
      serials.append(0)
      return states.count - 1
    }
    while !isLive(turns[oldest]) { oldest += 1 }
    let slot = turns[oldest].slot
    oldest += 1
    abandoned += 1
    return slot
  }

  private func isLive(_ turn: Turn) -> Bool {
    serials[turn.slot] == turn.serial && states[turn.slot] != nil
  }

  private mutating func forgetEnded() {
    turns = turns[oldest...].filter(isLive)
    oldest = 0
  }

  /// Counts what another table gave up.
  mutating func addAbandoned(of other: StreamTable) { abandoned += other.abandoned }
}
