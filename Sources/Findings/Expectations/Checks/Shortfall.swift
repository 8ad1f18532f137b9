import CaptureFormats
import TrafficAnalysis
internal import Wording

/// Why a capture may not be able to tell.
enum Shortfall: CaseIterable, Sendable {
  case noPackets, cutShort, packetsMissing, oneSided, duplicates, headersCut, clock, heldBack

  var reason: Phrase {
    switch self {
    case .noPackets: "the capture has no packets"
    case .cutShort: "a capture file is cut short"
    case .packetsMissing: CaptureDoubt.packetsMissing.reason
    case .oneSided: CaptureDoubt.oneSided.reason
    case .duplicates: CaptureDoubt.duplicates.reason
    case .headersCut: CaptureDoubt.headersCut.reason
    case .clock: CaptureDoubt.clock.reason
    case .heldBack: "findings are held back because the capture makes them doubtful"
    }
  }

  private init(_ doubt: CaptureDoubt) {
    switch doubt {
    case .packetsMissing: self = .packetsMissing
    case .oneSided: self = .oneSided
    case .duplicates: self = .duplicates
    case .headersCut: self = .headersCut
    case .clock: self = .clock
    }
  }

  /// All that a capture has.
  static func all(of snapshot: Snapshot, _ judgement: Judgement) -> Set<Shortfall> {
    var result = Set(judgement.doubts.map(Shortfall.init))
    if snapshot.capture.packets == 0 { result.insert(.noPackets) }
    if snapshot.capture.files.contains(where: { $0.cutShort != nil }) { result.insert(.cutShort) }
    if !judgement.heldBack.isEmpty { result.insert(.heldBack) }
    return result
  }
}
