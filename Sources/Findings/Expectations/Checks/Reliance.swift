internal import Wording

/// What a measurement suffers from.
struct Reliance: Sendable {
  /// With these it is the least that there was.
  var lessened: Set<Shortfall> = []
  /// With these it says nothing, whatever it is.
  var distorted: Set<Shortfall> = []

  /// What the capture itself is made of.
  static let capture = Reliance(
    lessened: [.noPackets, .cutShort, .packetsMissing, .oneSided], distorted: [.duplicates])
  /// How long it took.
  static let duration = Reliance(lessened: [.noPackets, .cutShort], distorted: [.clock])
  /// How many of something were seen.
  static let count = Reliance(
    lessened: [.noPackets, .cutShort, .packetsMissing, .oneSided, .headersCut],
    distorted: [.duplicates])
  /// Troubles that missing packets may make or hide.
  static let trouble = Reliance(
    lessened: [.noPackets, .cutShort],
    distorted: [.packetsMissing, .oneSided, .duplicates, .headersCut])
  /// A part of a whole.
  static let share = Reliance(
    distorted: [.noPackets, .packetsMissing, .oneSided, .duplicates, .headersCut])
  /// Times from one packet to another, and what is counted in time.
  static let time = Reliance(
    distorted: [.noPackets, .packetsMissing, .oneSided, .duplicates, .headersCut, .clock])
  /// What is said of the capture's own quality.
  static let quality = Reliance(lessened: [.noPackets, .cutShort])
  static let findings = Reliance(
    lessened: [.noPackets, .cutShort, .packetsMissing, .oneSided, .headersCut, .heldBack])
  /// What was seen was there; what was not seen may have been.
  static let presence = Reliance(
    lessened: [.noPackets, .cutShort, .packetsMissing, .oneSided, .headersCut])

  /// Why an outcome cannot be relied on; nil if it can. A settled one would not change if the
  /// measurement grew.
  func doubt(_ shortfalls: Set<Shortfall>, isSettled: Bool) -> Phrase? {
    let relevant = isSettled ? distorted : distorted.union(lessened)
    return Shortfall.allCases.first { shortfalls.contains($0) && relevant.contains($0) }?.reason
  }
}
