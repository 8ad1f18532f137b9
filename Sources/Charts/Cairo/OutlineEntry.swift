/// Names an entry of a PDF's outline, to put others below it.
package struct OutlineEntry: Hashable, Sendable {
  let number: Int32

  /// Where the entries of the first level go.
  package static let root = OutlineEntry(number: 0)
}
