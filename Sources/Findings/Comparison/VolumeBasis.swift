/// How volumes of captures are held against each other.
package enum VolumeBasis: String, Sendable {
  /// Both last about as long.
  case totals
  /// By the second, because one lasts longer.
  case rates
  /// Not at all: one is too short for a rate.
  case none

  init(_ base: Double, _ new: Double, settings: ComparisonSettings) {
    let (shorter, longer) = (min(base, new), max(base, new))
    if longer <= shorter * settings.likeDuration {
      self = .totals
    } else {
      self = shorter >= 1 ? .rates : .none
    }
  }
}
