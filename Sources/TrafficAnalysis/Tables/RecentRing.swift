import CaptureFormats
import PacketDecoding

/// The most recent packets, without their bytes.
struct RecentRing: Sendable {
  struct Entry: Sendable {
    var number: UInt64
    var time: Timestamp
    var length: UInt32
    var payloadLength: UInt32
    var source: IPAddress
    var destination: IPAddress
    var sourceMAC: UInt64
    var destinationMAC: UInt64
    var sourcePort: UInt16
    var destinationPort: UInt16
    var deepest: ProtocolID
    var transport: ProtocolID
    var hasAddress: Bool
    var tcpFlags: UInt16
    var window: UInt16
    var analysis: TCPAnalysis
    var icmpType: UInt8
    var icmpCode: UInt8
    var unknown: UnknownProtocol
    /// What an application parser says of it.
    var info: String?
  }

  private var entries: [Entry] = []
  private var next = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  @inline(__always)
  mutating func add(_ entry: consuming Entry) {
    guard limit > 0 else { return }
    if entries.count < limit {
      entries.append(entry)
    } else {
      entries[next] = entry
      next = next + 1 == limit ? 0 : next + 1
    }
  }

  /// Oldest first.
  var ordered: [Entry] { Array(entries[next...] + entries[..<next]) }

  mutating func takeAll() -> [Entry] {
    defer {
      entries.removeAll(keepingCapacity: true)
      next = 0
    }
    return ordered
  }
}
