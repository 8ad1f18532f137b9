/// The last while that is kept beside everything since the start.
package struct WindowOptions: Sendable {
  /// In nanoseconds, from a second on.
  package let length: Int64
  /// Width of the bins of its timeline: 1 s, doubled until there are no more than 1,800.
  let binLength: Int64
  let binsPerPane: Int

  private static let binLimit: Int64 = 1800
  private static let paneCount: Int64 = 15

  /// A window of so many seconds, at most a year of them.
  package init(seconds: Int) {
    let seconds = Int64(min(max(seconds, 1), 366 * 86_400))
    var bin: Int64 = 1
    while seconds / bin > Self.binLimit { bin *= 2 }
    length = seconds * 1_000_000_000
    binLength = bin * 1_000_000_000
    binsPerPane = Int((seconds + bin * Self.paneCount - 1) / (bin * Self.paneCount))
  }

  /// The parts by which the window moves on, a fifteenth of it in whole bins.
  var paneLength: Int64 { binLength * Int64(binsPerPane) }

  /// As many as can reach into a window, and one for a packet with a time of its own.
  var maxPanes: Int { Int((length + paneLength - 1) / paneLength) + 2 }

  /// The number of the pane, since 1970, that holds a time.
  func pane(of time: Int64) -> Int64 {
    let quotient = time / paneLength
    return time % paneLength < 0 ? quotient - 1 : quotient
  }
}
