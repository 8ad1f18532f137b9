/// The streams that are followed, at most a stated number; one too many ends the oldest.
struct StreamTable {
  private struct Turn {
    var slot: Int
    var serial: UInt64
  }

  let limit: Int
  let byteLimit: Int
  /// Streams that were given up because too many were open, or held too many bytes back.
  private(set) var abandoned: UInt64 = 0

  private var states: [StreamState?] = []
  /// Which stream a slot holds, or held last.
  private var serials: [UInt64] = []
  private var free: [Int] = []
  /// Streams in the order in which they began; some may have ended since.
  private var turns: [Turn] = []
  private var oldest = 0
  private var nextSerial: UInt64 = 0
  /// Bytes that each slot's stream holds back, and all together.
  private var heldBytes: [Int] = []
  private var allHeldBytes = 0

  init(limit: Int, byteLimit: Int) {
    self.limit = limit
    self.byteLimit = byteLimit
  }

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
    note(slot, heldBytes: 0)
    states[Int(slot)] = nil
    free.append(Int(slot))
  }

  /// Notes what a stream holds back; if that is too much in all, the oldest streams are given up.
  @inline(__always)
  mutating func note(_ slot: Int32, heldBytes count: Int) {
    guard heldBytes[Int(slot)] != count else { return }
    allHeldBytes += count - heldBytes[Int(slot)]
    heldBytes[Int(slot)] = count
    if allHeldBytes > byteLimit { giveUpOldest() }
  }

  private mutating func giveUpOldest() {
    while allHeldBytes > byteLimit, let slot = takeOldest() {
      abandoned += 1
      remove(Int32(slot))
    }
  }

  /// The slot of the oldest stream, whose turn is over with that.
  private mutating func takeOldest() -> Int? {
    while oldest < turns.count {
      let turn = turns[oldest]
      oldest += 1
      if isLive(turn) { return turn.slot }
    }
    return nil
  }

  private mutating func freeSlot() -> Int {
    if let slot = free.popLast() { return slot }
    if states.count < limit {
      states.append(nil)
      serials.append(0)
      heldBytes.append(0)
      return states.count - 1
    }
    let slot = takeOldest() ?? 0
    note(Int32(slot), heldBytes: 0)
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
}
