import CaptureFormats
import PacketDecoding

/// The most recent packets, without their bytes.
struct RecentRing: Sendable {
  struct Entry: BitwiseCopyable, Sendable {
    var number: UInt64
    var time: Timestamp
    var length: UInt32
    var payloadLength: UInt32
    /// The halves of an address; without one, MAC addresses in the low halves.
    var sourceHigh: UInt64
    var sourceLow: UInt64
    var destinationHigh: UInt64
    var destinationLow: UInt64
    var sourcePort: UInt16
    var destinationPort: UInt16
    var deepest: ProtocolID
    var transport: ProtocolID
    /// 4, 6, or 0 for MAC addresses.
    var addressVersion: UInt8
    var tcpFlags: UInt16
    var window: UInt16
    var analysis: TCPAnalysis
    var icmpType: UInt8
    var icmpCode: UInt8
    var unknown: UnknownProtocol
    /// True if an application parser says something of it.
    var hasInfo = false
  }

  private var entries: [Entry] = []
  /// What parsers say, by place; apart, so that entries are plain memory.
  private var infos: [PacketInfo?] = []
  private var next = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  @inline(__always)
  mutating func add(_ entry: consuming Entry, info: PacketInfo?) {
    guard limit > 0 else { return }
    let place = entries.count < limit ? entries.count : next
    entry.hasInfo = info != nil
    if place == entries.count {
      entries.append(entry)
      infos.append(info)
    } else {
      if entry.hasInfo || entries[place].hasInfo { infos[place] = info }
      entries[place] = entry
      next = next + 1 == limit ? 0 : next + 1
    }
  }

  /// Oldest first, with what parsers say of them.
  var ordered: [(entry: Entry, info: PacketInfo?)] {
    (Array(next..<entries.count) + Array(0..<next)).map { (entries[$0], infos[$0]) }
  }

  mutating func takeAll() -> [(entry: Entry, info: PacketInfo?)] {
    defer {
      entries.removeAll(keepingCapacity: true)
      infos.removeAll(keepingCapacity: true)
      next = 0
    }
    return ordered
  }
}
