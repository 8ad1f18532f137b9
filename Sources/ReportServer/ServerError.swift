/// Why the report cannot be served, and what to do about it.
package struct ServerError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
