/// What connections that came to nothing show when they are put together.
package struct ScanSurvey: Sendable {
  /// A scan is judged by what happens within this time (nanoseconds).
  package static let scanTime: Int64 = 300_000_000_000
  /// From so many targets on, a scan is one.
  package static let scanTargets = 25
  /// A flood is judged by what happens within this time (nanoseconds).
  package static let floodTime: Int64 = 60_000_000_000
  /// Fewer targets, and fewer connections of a burst, are not kept.
  package static let leastTargets = 5
  package static let leastConnections = 50

  /// In the order of their keys.
  package var addresses: [AddressSweep] = []
  package var ports: [PortSweep] = []
  package var bursts: [HalfOpenBurst] = []

  package init() {}
}
