/// Rows by key, found by a fast hash; what a dictionary is elsewhere, where packets are counted.
///
/// Rows stay in the order in which they came until one is removed, whose place the last takes. The first
/// few are looked through, as many tables never have more.
package struct KeyedTable<Key: FastHashable, Row: Sendable>: Sendable {
  package private(set) var keys: [Key] = []
  package private(set) var rows: [Row] = []
  private var index: HashIndex?
  private let hash = FastHash()
  /// Rows without an index.
  private static var few: Int { 8 }

  package init() {}

  package var count: Int { keys.count }
  package var isEmpty: Bool { keys.isEmpty }
  package var pairs: Zip2Sequence<[Key], [Row]> { zip(keys, rows) }

  /// The row at a place, until one is removed.
  package subscript(place place: Int) -> Row {
    @inline(__always) _read { yield rows[place] }
    @inline(__always) _modify { yield &rows[place] }
  }

  package subscript(key: Key) -> Row? { place(of: key).map { rows[$0] } }

  @inline(__always)
  package func place(of key: Key) -> Int? {
    guard index != nil else { return keys.firstIndex { $0 == key } }
    return index?.find(key.hashed(by: hash)) { keys[$0] == key }
  }

  /// The place of a key's row, made if there is none yet and room for one; nil without room.
  @inline(__always)
  package mutating func place(of key: Key, limit: Int, adding row: @autoclosure () -> Row) -> Int? {
    if let known = place(of: key) { return known }
    guard keys.count < limit else { return nil }
    add(key, row())
    return keys.count - 1
  }

  /// Adds the row of a key that has none yet.
  package mutating func add(_ key: Key, _ row: consuming Row) {
    index?.insert(key.hashed(by: hash), place: keys.count)
    keys.append(key)
    rows.append(row)
    if index == nil, keys.count > Self.few { makeIndex() }
  }

  private mutating func makeIndex() {
    var new = HashIndex(bits: 5)
    for place in keys.indices { new.insert(keys[place].hashed(by: hash), place: place) }
    index = new
  }

  /// Changes a key's row, made if there is none yet; false if there was no room for one.
  @inline(__always)
  @discardableResult
  package mutating func update(
    _ key: Key, limit: Int, adding row: @autoclosure () -> Row, _ change: (inout Row) -> Void
  ) -> Bool {
    guard let place = place(of: key, limit: limit, adding: row()) else { return false }
    change(&rows[place])
    return true
  }

  /// Takes a row of another table, or merges it with the one that is here; false without room.
  package mutating func merge(
    _ key: Key, _ row: Row, limit: Int, _ merge: (inout Row, Row) -> Void
  ) -> Bool {
    if let place = place(of: key) {
      merge(&rows[place], row)
      return true
    }
    return place(of: key, limit: limit, adding: row) != nil
  }

  @discardableResult
  package mutating func remove(_ key: Key) -> Row? {
    guard let place = place(of: key) else { return nil }
    index?.remove(key.hashed(by: hash), place: place)
    let last = keys.removeLast()
    var row = rows.removeLast()
    if place < keys.count {
      index?.replace(last.hashed(by: hash), old: keys.count, with: place)
      keys[place] = last
      swap(&rows[place], &row)
    }
    return row
  }

  /// The places of all rows in the order of their keys; rows can be big, so none is moved for it.
  package func places(inOrder precedes: (Key, Key) -> Bool) -> [Int] {
    keys.indices.sorted { precedes(keys[$0], keys[$1]) }
  }

  /// Adds the rows of another whose keys are not here.
  package mutating func addMissing(of other: KeyedTable) {
    for (key, row) in other.pairs { _ = place(of: key, limit: .max, adding: row) }
  }

  package mutating func removeAll() { self = KeyedTable() }
}

extension KeyedTable where Row == Void {
  /// Notes a key, up to `limit` of them.
  @inline(__always)
  package mutating func note(_ key: Key, limit: Int) {
    _ = place(of: key, limit: limit, adding: ())
  }
}
