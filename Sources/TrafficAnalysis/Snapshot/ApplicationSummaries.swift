/// A name or code and how often it was seen.
package struct Tally: Hashable, Sendable {
  package var name: String
  package var count: UInt64

  package init(name: String, count: UInt64) {
    self.name = name
    self.count = count
  }
}
