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

  /// Characters to insert, to remove, to change, or to swap with the next one (the optimal string
  /// alignment of Damerau and Levenshtein).
  package static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.prefix(64)), Array(right))
    var before = [Int](repeating: 0, count: right.count + 1)
    var row = Array(0...right.count)
    for index in left.indices {
      var next = [index + 1]
      for place in right.indices {
        let change = row[place] + (left[index] == right[place] ? 0 : 1)
        var least = min(change, row[place + 1] + 1, next[place] + 1)
        if index > 0, place > 0, left[index] == right[place - 1], left[index - 1] == right[place] {
          least = min(least, before[place - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
