/// From when on a difference is more than noise.
package struct ComparisonSettings: Sendable {
  /// How the rules judge both captures.
  package var findings = FindingSettings()
  /// Volumes differ by this factor, and by so many bytes in the time of the shorter capture.
  package var volumeFactor = 1.5
  package var volumeBytes = 10_000.0
  /// Latencies differ by this factor and by so much, over so many samples on both sides.
  package var latencyFactor = 1.5
  package var latencyMilliseconds = 5.0
  package var latencySamples: UInt64 = 20
  /// So many are needed for the 95th percentile.
  package var tailSamples: UInt64 = 100
  /// Shares of what was lost or failed differ by so many percentage points, and by so many packets
  /// or messages more than the other share would have given.
  package var lossPoints = 1.0
  package var lossCount = 20.0
  /// Captures whose lengths differ by no more than this factor last about as long.
  package var likeDuration = 1.25
  /// Where one capture has less than this part of the other's time and of its packets, what it lacks
  /// is told only if it was to be expected there so many times.
  package var shortDuration = 0.5
  package var expectedTimes = 5.0
  /// Hosts that only sent or only received fewer packets are left out.
  package var tinyPackets: UInt64 = 10
  /// Ports from here on are given to clients as they come (Linux; IANA's begin at 49152).
  package var ephemeralPorts: UInt16 = 32_768

  package init() {}
}
