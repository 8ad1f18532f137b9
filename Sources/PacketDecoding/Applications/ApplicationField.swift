/// A field of a protocol whose values a report counts.
package struct ApplicationField: Hashable, Sendable {
  /// Wireshark's display-filter name, "ssh.protocol".
  package let name: String
  /// What a person calls it in the head of a table, "Software".
  package let title: String

  package init(_ name: String, _ title: String) {
    self.name = name
    self.title = title
  }

  package static func == (left: ApplicationField, right: ApplicationField) -> Bool {
    left.name == right.name
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
