import CaptureFormats
import TrafficAnalysis

/// What a capture's traffic is usually like, by bins of a second or more, without the first and the
/// last, which are there in part.
struct Baseline {
  /// Bins that are needed to say what is usual.
  static let leastBins = 60

  let bins: [UInt64]
  let binNanoseconds: Int64
  /// The start of the first bin.
  let start: Int64
  let median: Double
  /// The median of how far bins are from the median.
  let deviation: Double

  /// Nil of what is too short, of several files, or not steady: where half of all bins differ from the
  /// usual by a quarter of it, everything is an exception.
  init?(_ snapshot: Snapshot) {
    let timeline = snapshot.timeline
    guard snapshot.capture.files.count <= 1, timeline.binNanoseconds > 0 else { return nil }
    let each = Int((1_000_000_000 + timeline.binNanoseconds - 1) / timeline.binNanoseconds)
    var sums = stride(from: 0, to: timeline.packets.count, by: each).map { place in
      timeline.packets[place..<min(place + each, timeline.packets.count)].reduce(0, &+)
    }
    guard sums.count >= Self.leastBins + 2 else { return nil }
    sums.removeFirst()
    sums.removeLast()
    bins = sums
    binNanoseconds = timeline.binNanoseconds * Int64(each)
    start = timeline.start.nanoseconds &+ binNanoseconds
    let middle = Self.median(of: sums.map { Double($0) })
    median = middle
    deviation = Self.median(of: sums.map { abs(Double($0) - middle) })
    guard sums.count(where: { $0 > 0 }) >= Self.leastBins, median > 0, deviation <= median / 4
    else { return nil }
  }

  private static func median(of values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }

  var seconds: Double { Double(binNanoseconds) / 1e9 }

  /// When the bin at a place begins.
  func time(_ place: Int) -> Timestamp {
    Timestamp(nanoseconds: start &+ Int64(place) * binNanoseconds)
  }

  /// Shows the packets of so many bins from a place on.
  func filter(_ place: Int, count: Int = 1) -> String {
    let from = start &+ Int64(place) * binNanoseconds
    return "frame.time_epoch >= \(Self.text(from)) && "
      + "frame.time_epoch < \(Self.text(from &+ Int64(count) * binNanoseconds))"
  }

  private static func text(_ nanoseconds: Int64) -> String {
    let (seconds, rest) = max(0, nanoseconds).quotientAndRemainder(dividingBy: 1_000_000_000)
    let digits = String(rest)
    return "\(seconds)." + String(repeating: "0", count: 9 - digits.utf8.count) + digits
  }
}
