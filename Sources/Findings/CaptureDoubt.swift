package import Wording

/// Why a capture may not show what happened on the wire.
package enum CaptureDoubt: String, CaseIterable, Sendable {
  /// Packets are missing from the capture.
  case packetsMissing
  /// Of many connections only one side is there.
  case oneSided
  /// Many frames are in the capture twice.
  case duplicates
  /// Packets are cut off inside their headers.
  case headersCut
  /// The clock was set while packets were captured.
  case clock

  /// "packets are missing from the capture".
  package var reason: Phrase {
    switch self {
    case .packetsMissing: "packets are missing from the capture"
    case .oneSided: "the capture holds only one side of many connections"
    case .duplicates: "many frames are in the capture twice"
    case .headersCut: "headers are cut off by the snap length"
    case .clock: "the clock was set back during the capture"
    }
  }
}
