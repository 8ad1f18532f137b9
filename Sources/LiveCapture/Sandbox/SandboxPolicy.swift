/// How much it matters that a privilege could not be given up.
package enum SandboxPolicy: String, CaseIterable, Sendable {
  /// Every privilege goes, or the program ends.
  case strict
  /// What can go goes; the rest is said.
  case best
  /// Nothing changes.
  case off
}
