package import TrafficAnalysis

/// A number of the report that expectations can be about.
package struct Metric: Sendable {
  /// Dotted, "tcp.retransmissions.share"; a `*` stands for one of ``parameters``.
  package let name: String
  package let kind: QuantityKind
  /// What is counted, "packets"; empty where there is a unit.
  package let noun: String
  package let meaning: String
  /// What may stand for the `*` in the name.
  package let parameters: [String]
  /// Packets that show what it counts.
  let sighting: SightingKind?
  let reliance: Reliance
  private let read: @Sendable (Grounds, String) -> MetricValue

  init(
    _ name: String, _ kind: QuantityKind, of noun: String = "", _ meaning: String,
    _ reliance: Reliance, parameters: [String] = [], sighting: SightingKind? = nil,
    _ read: @escaping @Sendable (Grounds, String) -> MetricValue
  ) {
    self.name = name
    self.kind = kind
    self.noun = noun
    self.meaning = meaning
    self.reliance = reliance
    self.parameters = parameters
    self.sighting = sighting
    self.read = read
  }

  /// Every name that it goes by.
  package var names: [String] {
    parameters.isEmpty
      ? [name] : parameters.map { name.replacing("*", with: $0, maxReplacements: 1) }
  }

  /// What stands for the `*` where it goes by `text`; empty without one.
  func parameter(in text: String) -> String? {
    guard !parameters.isEmpty else { return text == name ? "" : nil }
    return parameters.first { name.replacing("*", with: $0, maxReplacements: 1) == text }
  }

  func value(in grounds: Grounds, parameter: String) -> MetricValue { read(grounds, parameter) }

  /// The value in a capture that is judged as usual.
  package func value(in snapshot: Snapshot, parameter: String = "") -> MetricValue {
    read(Grounds(snapshot, Judgement(snapshot)), parameter)
  }
}
