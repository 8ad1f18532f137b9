package import Wording

/// Judges a snapshot by one definition.
///
/// A new one is a file in Catalog with a type that conforms, a line in ``FindingCatalog`` and a test.
package protocol FindingRule: SendableMetatype {
  /// Lower case with hyphens, "tcp-retransmissions"; never changed once released.
  static var id: String { get }
  /// In a few words, without numbers: "Segments are sent again".
  static var title: Phrase { get }
  static var group: FindingGroup { get }
  /// What is measured, of whom, and from when on it counts, in a sentence or two.
  static var definition: String { get }
  /// What to do about it, in a sentence.
  static var advice: Phrase { get }
  /// Where the definition is from: "RFC 9293 section 3.8.1", "Wireshark User's Guide, TCP Analysis".
  static var source: String { get }
  static var thresholds: [Threshold] { get }
  /// False for what is wrong too often to be told unasked.
  static var isOnByDefault: Bool { get }
  /// The doubts about a capture under which the rule would guess.
  static var isHeldBackBy: Set<CaptureDoubt> { get }

  /// False where the packets hold what must not be passed on, such as passwords.
  static var showsPackets: Bool { get }

  /// What is found, one for each subject, in any order.
  static func findings(in context: FindingContext) -> [Finding]
}

extension FindingRule {
  package static var isOnByDefault: Bool { true }
  package static var isHeldBackBy: Set<CaptureDoubt> { [] }
  package static var showsPackets: Bool { true }
}
