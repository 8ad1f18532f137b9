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

  /// Labels that come first choose first.
  package init(_ labels: [Label], from left: Double, to right: Double, lanes: Int, gap: Double) {
    var places = [Place?](repeating: nil, count: labels.count)
    for (index, label) in labels.enumerated() {
      places[index] = Self.candidates(label, lanes: lanes, gap: gap).first { place in
        place.from >= left && place.to <= right
          && zip(places, labels).allSatisfy { other, owner in
            guard let other else { return true }
            return Self.leaves(place, label.x, alone: other, owner.x, gap)
          }
      }
    }
    self.places = places
    count = (places.compactMap { $0?.lane }.max() ?? -1) + 1
  }

  private static func candidates(_ label: Label, lanes: Int, gap: Double) -> [Place] {
    let (x, width) = (label.x, label.width)
    return (0..<max(0, lanes)).flatMap { lane in
      [
        Place(lane: lane, from: x + gap, to: x + gap + width, isBefore: false),
        Place(lane: lane, from: x - gap - width, to: x - gap, isBefore: true),
      ]
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
