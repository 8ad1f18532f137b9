/// A protocol below the applications.
package struct LayerEntry: Sendable {
  package let id: ProtocolID
  /// The specification it follows.
  package let reference: String
  /// What is read of it, in words; nil if it is only recognised and counted.
  package let reads: String?

  init(_ id: ProtocolID, _ reference: String, _ reads: String? = nil) {
    self.id = id
    self.reference = reference
    self.reads = reads
  }
}
