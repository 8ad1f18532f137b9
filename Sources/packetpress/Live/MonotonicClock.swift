import CaptureFormats
import Glibc

/// Clocks in nanoseconds.
enum MonotonicClock {
  /// Since some moment in the past; never set, never back.
  static func now() -> Int64 { read(CLOCK_MONOTONIC) }

  /// The time of day, as packets are stamped by it.
  static func timeOfDay() -> Timestamp { Timestamp(nanoseconds: read(CLOCK_REALTIME)) }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

extension Duration {
  /// In nanoseconds, as far as 64 bits go: 292 years.
  var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max : product &+ attoseconds / 1_000_000_000
  }
}
