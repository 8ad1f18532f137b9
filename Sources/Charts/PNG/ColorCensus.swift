/// Which colours an image has, and how many pixels of each.
struct ColorCensus {
  /// Beyond that it is a photograph.
  private static let limit = 4_096
  /// Open addressing with four slots for every colour that there can be.
  private static let slotBits = 14

  private var colors: [UInt32] = []
  private var counts: [Int] = []
  private var slots = [Int16](repeating: -1, count: 1 << slotBits)

  /// The number of a colour, in order of appearance; nil if there are too many.
  mutating func add(_ color: UInt32, times: Int) -> UInt16? {
    var slot = Int((color &* 0x9E37_79B1) >> UInt32(32 - Self.slotBits))
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if colors[number] == color {
        counts[number] += times
        return UInt16(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard colors.count < Self.limit else { return nil }
    slots[slot] = Int16(colors.count)
    colors.append(color)
    counts.append(times)
    return UInt16(colors.count - 1)
  }

  /// A palette of at most 256 colours, and the entry for the number of every colour.
  ///
  /// The most frequent colours keep their exact values; a rarer one takes the entry of a colour
  /// that is as near in each of red, green and blue as the smallest tolerance that suffices.
  func reduced() -> (palette: [UInt32], entries: [UInt8])? {
    let order = counts.indices.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    for tolerance in [0, 3, 6, 12, 20] where tolerance > 0 || colors.count <= 256 {
      if let result = reduced(order, tolerance: tolerance) { return result }
    }
    return nil
  }

  private func reduced(_ order: [Int], tolerance: Int) -> (palette: [UInt32], entries: [UInt8])? {
    var palette: [UInt32] = []
    var entries = [UInt8](repeating: 0, count: colors.count)
    for number in order {
      let color = colors[number]
      if tolerance > 0, let near = Self.nearest(to: color, in: palette, within: tolerance) {
        entries[number] = near
        continue
      }
      guard palette.count < 256 else { return nil }
      entries[number] = UInt8(palette.count)
      palette.append(color)
    }
    return (palette, entries)
  }

  private static func nearest(
    to color: UInt32, in palette: [UInt32], within tolerance: Int
  ) -> UInt8? {
    var best: (entry: Int, distance: Int)?
    for (entry, candidate) in palette.enumerated() {
      let distance = distance(color, candidate)
      if distance <= tolerance, distance < best?.distance ?? .max { best = (entry, distance) }
    }
    return best.map { UInt8($0.entry) }
  }

  /// The largest difference in any of red, green and blue.
  private static func distance(_ left: UInt32, _ right: UInt32) -> Int {
    var largest = 0
    for shift: UInt32 in [0, 8, 16] {
      largest = max(largest, abs(Int(left >> shift & 255) - Int(right >> shift & 255)))
    }
    return largest
  }
}
