/// Places labels above a diagram in rows, so that none covers another, nor the line from another one
/// down to its place.
package struct LabelLanes: Sendable {
  package struct Label: Sendable {
    /// Where its line goes down.
    package var x: Double
    package var width: Double

    package init(x: Double, width: Double) {
      self.x = x
      self.width = width
    }
  }

  package struct Place: Equatable, Sendable {
    /// From 0, the topmost.
    package var lane: Int
    /// Where the text begins and ends.
    package var from: Double
    package var to: Double
    /// The text stands before its line, not behind it.
    package var isBefore: Bool
  }

  /// Where each label is; nil for one without room.
  package let places: [Place?]
  /// How many rows are used.
  package let count: Int

  /// Labels that come first choose first, unless more find room from one end to the other.
  package init(_ labels: [Label], from left: Double, to right: Double, lanes: Int, gap: Double) {
    let onward = labels.indices.sorted { (labels[$0].x, $0) < (labels[$1].x, $1) }
    let orders = [(Array(labels.indices), false), (onward, false), (onward.reversed(), true)]
    var best: [Place?] = []
    for (order, isBefore) in orders {
      var places = [Place?](repeating: nil, count: labels.count)
      for index in order {
        let candidates = Self.candidates(labels[index], lanes: lanes, gap: gap, isBefore: isBefore)
        places[index] = candidates.first { place in
          place.from >= left && place.to <= right
            && zip(places, labels).allSatisfy { other, owner in
              guard let other else { return true }
              return Self.leaves(place, labels[index].x, alone: other, owner.x, gap)
            }
        }
      }
      let isBetter = places.count { $0 != nil } > best.count { $0 != nil }
      if isBetter || best.isEmpty { best = places }
    }
    places = best
    count = (best.compactMap { $0?.lane }.max() ?? -1) + 1
  }

  /// In the order of preference; `isBefore` is the side that is tried first.
  private static func candidates(
    _ label: Label, lanes: Int, gap: Double, isBefore: Bool
  ) -> [Place] {
    let (x, width) = (label.x, label.width)
    return (0..<max(0, lanes)).flatMap { lane in
      let behind = Place(lane: lane, from: x + gap, to: x + gap + width, isBefore: false)
      let before = Place(lane: lane, from: x - gap - width, to: x - gap, isBefore: true)
      return isBefore ? [before, behind] : [behind, before]
    }
  }

  private static func leaves(
    _ place: Place, _ x: Double, alone other: Place, _ otherX: Double, _ gap: Double
  ) -> Bool {
    // Rows below that of a label are crossed by its line.
    if place.lane < other.lane { return x < other.from || x > other.to }
    if place.lane > other.lane { return otherX < place.from || otherX > place.to }
    return max(place.to, x) + gap < min(other.from, otherX)
      || min(place.from, x) - gap > max(other.to, otherX)
  }
}
