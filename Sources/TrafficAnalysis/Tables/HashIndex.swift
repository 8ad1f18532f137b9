/// From a hash to the place of a record: open addressing with linear probing.
///
/// A slot holds the upper half of the hash and the place plus one, so that growing needs no record.
package struct HashIndex {
  private var slots: [UInt64]
  private var shift: UInt64
  package private(set) var count = 0

  /// With room for three quarters of 2^`bits` records before it grows.
  package init(bits: UInt64 = 10) {
    slots = [UInt64](repeating: 0, count: 1 << bits)
    shift = 32 - bits
  }

  /// The place of the record with this hash for which `matches` is true.
  @inline(__always)
  package func find(_ hash: UInt64, where matches: (Int) -> Bool) -> Int? {
    let tag = hash >> 32
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: tag >> shift)
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if entry >> 32 == tag {
        let place = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
        if matches(place) { return place }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Reads the slot where looking for a hash begins.
  ///
  /// Slots lie far apart in a big index; touching those of many records before finding them lets the
  /// memory answer all at once.
  @inline(__always)
  func touch(_ hash: UInt64) -> UInt64 {
    slots[Int(truncatingIfNeeded: (hash >> 32) >> shift)]
  }

  /// Makes room for so many records in all.
  mutating func reserve(_ total: Int) {
    while total * 4 >= slots.count * 3 {
      if count > 0 {
        grow()
      } else {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        shift -= 1
      }
    }
  }

  /// Adds a record that is not there yet.
  package mutating func insert(_ hash: UInt64, place: Int) {
    if count * 4 >= slots.count * 3 { grow() }
    put(hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: place + 1)))
    count += 1
  }

  /// Points the entry of `old` at `place`.
  package mutating func replace(_ hash: UInt64, old: Int, with place: Int) {
    guard let slot = slotOf(hash, place: old) else { return }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: place + 1))
  }

  package mutating func remove(_ hash: UInt64, place: Int) {
    guard var hole = slotOf(hash, place: place) else { return }
    let mask = slots.count - 1
    var slot = (hole + 1) & mask
    // Close the gap, so that probing never meets an empty slot before its record.
    while slots[slot] != 0 {
      let home = Int((slots[slot] >> 32) >> shift)
      if (slot &- home) & mask >= (slot &- hole) & mask {
        slots[hole] = slots[slot]
        hole = slot
      }
      slot = (slot + 1) & mask
    }
    slots[hole] = 0
    count -= 1
  }

  private func slotOf(_ hash: UInt64, place: Int) -> Int? {
    let wanted = hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: place + 1))
    var slot = Int((hash >> 32) >> shift)
    while slots[slot] != 0 {
      if slots[slot] == wanted { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func put(_ entry: UInt64) {
    var slot = Int((entry >> 32) >> shift)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    shift -= 1
    for entry in old where entry != 0 { put(entry) }
  }
}
