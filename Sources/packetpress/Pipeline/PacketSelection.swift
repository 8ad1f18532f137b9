import CaptureFormats
import LiveCapture

/// Which packets are wanted: by capture filter and by time.
struct PacketSelection {
  var filter: PacketFilter?
  var from: Timestamp?
  var to: Timestamp?

  var isEverything: Bool { filter == nil && from == nil && to == nil }

  /// Takes the packets that are not wanted out of the block and returns how many there were.
  func apply(to block: PacketBlock) -> UInt64 {
    guard !isEverything else { return 0 }
    let before = block.records.count
    let bytes = block.bytes
    block.records.removeAll { !wants($0, bytes) }
    return UInt64(before - block.records.count)
  }

  private func wants(_ record: PacketRecord, _ bytes: [UInt8]) -> Bool {
    if let from, record.time < from { return false }
    if let to, to < record.time { return false }
    if record.linkType == .none { return filter == nil }
    return filter?.matches(record, bytes) ?? true
  }
}
