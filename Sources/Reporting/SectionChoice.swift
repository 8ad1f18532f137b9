internal import Wording

/// Which sections a reader wants, by their names.
package struct SectionChoice: Sendable {
  /// No others, unless there are none.
  package var only: Set<String> = []
  package var hidden: Set<String> = []

  package init() {}

  /// Why a section is not wanted; nil for one that is.
  func reason(against section: String) -> Phrase? {
    if hidden.contains(section) { return "left out by --hide-section" }
    return only.isEmpty || only.contains(section) ? nil : "left out by --only-section"
  }
}
