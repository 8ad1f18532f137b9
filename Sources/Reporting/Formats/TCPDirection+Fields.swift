import TrafficAnalysis

/// One measure of a direction, as JSON and CSV write it.
struct TCPField {
  enum Value {
    case count(UInt64?)
    /// A number that is already written.
    case decimal(String?)
    case flag(Bool?)
  }

  var name: String
  var value: Value
}

extension TCPDirection {
  /// All measures under their names in `report.json`, in its order.
  var fields: [TCPField] { data + analysis + windows + roundTripFields + optionFields }

  /// The names alone.
  static var fieldNames: [String] { TCPDirection().fields.map(\.name) }

  private static func counts(_ list: KeyValuePairs<String, UInt64?>) -> [TCPField] {
    list.map { TCPField(name: $0.key, value: .count($0.value)) }
  }

  private var data: [TCPField] {
    Self.counts([
      "sent_bytes": sentBytes, "unique_bytes": uniqueBytes,
      "retransmitted_bytes": retransmittedBytes, "largest_segment": largestSegment,
    ])
  }

  private var analysis: [TCPField] {
    Self.counts([
      "retransmissions": retransmissions, "fast_retransmissions": fastRetransmissions,
      "spurious_retransmissions": spuriousRetransmissions, "out_of_order": outOfOrder,
      "duplicate_acks": duplicateACKs, "lost_segments": lostSegments,
      "acked_unseen_segments": ackedUnseenSegments, "sack_blocks": sackBlocks,
      "zero_windows": zeroWindows, "zero_window_probes": zeroWindowProbes,
      "window_full": windowFull, "window_updates": windowUpdates, "keep_alives": keepAlives,
      "keep_alive_acks": keepAliveACKs, "resets": resets,
    ])
  }

  private var windows: [TCPField] {
    Self.counts([
      "initial_window": initialWindow, "smallest_window": smallestWindow,
      "largest_window": largestWindow,
    ]) + [
      TCPField(
        name: "longest_idle_seconds", value: .decimal(ExactTime.seconds(longestIdleNanoseconds)))
    ]
  }

  private var roundTripFields: [TCPField] {
    let times: KeyValuePairs = [
      "rtt_min_ms": roundTrips?.minimum, "rtt_mean_ms": roundTrips?.mean,
      "rtt_max_ms": roundTrips?.maximum, "rtt_stdev_ms": roundTrips?.deviation,
    ]
    return Self.counts(["rtt_samples": roundTrips?.count ?? 0])
      + times.map { name, time in
        TCPField(name: name, value: .decimal(time.map(ExactTime.milliseconds)))
      }
  }

  private var optionFields: [TCPField] {
    Self.counts([
      "mss": options?.maximumSegmentSize.map(UInt64.init),
      "window_scale": options?.windowScale.map(UInt64.init),
    ]) + [
      TCPField(name: "sack_permitted", value: .flag(options?.permitsSACK)),
      TCPField(name: "timestamps", value: .flag(options?.timestamps)),
    ]
  }
}
