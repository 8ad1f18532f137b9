import Charts
import TestSupport
import Testing

@Suite struct LabelLanesTests {
  private func lanes(_ labels: [(Double, Double)], lanes: Int = 3) -> LabelLanes {
    LabelLanes(
      labels.map { LabelLanes.Label(x: $0.0, width: $0.1) }, from: 0, to: 1_000, lanes: lanes,
      gap: 6)
  }

  @Test func putsLabelsWithRoomIntoOneRow() {
    let lanes = lanes([(10, 100), (200, 100), (990, 100)])
    #expect(lanes.count == 1)
    #expect(lanes.places.map { $0?.isBefore } == [false, false, true])
  }

  @Test func putsLabelsOfOneMomentBelowOneAnother() {
    let lanes = lanes([(500, 100), (500, 100), (500, 100), (500, 100), (500, 100)])
    #expect(lanes.places.compactMap { $0 }.map(\.lane) == [0, 1, 2] && lanes.count == 3)
  }

  @Test func looksForRoomFromBothEnds() {
    let labels = [(52.0, 180.0), (343, 190), (377, 175), (532, 105), (541, 210)]
    #expect(lanes(labels).places.allSatisfy { $0 != nil })
  }

  @Test func leavesOutWhatHasNoRoom() {
    #expect(lanes([(500, 2_000)]).places == [nil])
    #expect(lanes([(500, 10)], lanes: 0).places == [nil])
    #expect(lanes([]).count == 0)
  }

  @Test func nothingCoversAnythingWhereverMarksAre() {
    var random = SeededGenerator(state: 4)
    for _ in 0..<300 {
      let labels = (0..<12).map { _ in
        (Double(random.next(below: 1_000)), Double(20 + random.next(below: 300)))
      }
      let placed = zip(labels, lanes(labels).places).compactMap { label, place in
        place.map { (x: label.0, place: $0) }
      }
      for (index, one) in placed.enumerated() {
        #expect(one.place.from >= 0 && one.place.to <= 1_000)
        for other in placed.dropFirst(index + 1) {
          if one.place.lane == other.place.lane {
            #expect(one.place.to < other.place.from || other.place.to < one.place.from)
          }
          let (upper, lower) =
            one.place.lane < other.place.lane ? (one, other.place) : (other, one.place)
          guard upper.place.lane < lower.lane else { continue }
          #expect(upper.x < lower.from || upper.x > lower.to, "a line through a label")
        }
      }
    }
  }
}
