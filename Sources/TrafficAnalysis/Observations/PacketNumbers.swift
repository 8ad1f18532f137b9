/// The numbers of the first few packets that show something, in their order.
package struct PacketNumbers: Equatable, Sendable {
  private static let limit = 10

  /// Counted from 1 over the run; none that is not known.
  package private(set) var all: [UInt64] = []

  package init() {}

  package var first: UInt64? { all.first }

  /// Adds a number unless it is 0, which is none, or later than enough others.
  package mutating func add(_ number: UInt64) {
    guard number > 0 else { return }
    guard let last = all.last, number <= last else {
      if all.count < Self.limit { all.append(number) }
      return
    }
    guard let place = all.firstIndex(where: { $0 >= number }), all[place] != number else { return }
    all.insert(number, at: place)
    if all.count > Self.limit { all.removeLast() }
  }

  package mutating func merge(_ other: PacketNumbers) { for number in other.all { add(number) } }
}
