/// Finds what somebody meant to write.
package enum Spelling {
  /// The name that is fewest changes away, if they are few.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let best = names.map { (name: $0, distance: distance(word, $0)) }.min {
      ($0.distance, $0.name) < ($1.distance, $1.name)
    }
    guard let best, best.distance <= max(1, word.count / 3) else { return nil }
    return best.name
  }

  /// Characters to insert, to remove or to change (Levenshtein).
  package static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, character) in left.prefix(64).enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for place in right.indices {
        let change = diagonal + (right[place] == character ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(change, row[place] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
