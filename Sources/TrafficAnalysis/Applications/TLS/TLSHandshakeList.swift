import CaptureFormats
import PacketDecoding

/// The handshakes that were seen first, one by one.
struct TLSHandshakeList: Sendable {
  let limit: Int
  private(set) var rows: [TLSHandshake] = []
  /// Handshakes that found no room.
  private(set) var beyond: UInt64 = 0

  init(limit: Int) { self.limit = limit }

  /// Begins a handshake with a message between two ends; its place, or -1 if there is no room.
  mutating func begin(
    _ ends: MessageEnds, fromClient: Bool, _ transport: TLSTransport, time: Int64
  ) -> Int {
    guard rows.count < limit else {
      beyond += 1
      return -1
    }
    rows.append(
      TLSHandshake(
        time: Timestamp(nanoseconds: time), client: fromClient ? ends.source : ends.destination,
        clientPort: fromClient ? ends.sourcePort : ends.destinationPort,
        server: fromClient ? ends.destination : ends.source,
        serverPort: fromClient ? ends.destinationPort : ends.sourcePort, transport: transport))
    return rows.count - 1
  }

  mutating func update(_ place: Int, _ body: (inout TLSHandshake) -> Void) {
    guard rows.indices ~= place else { return }
    body(&rows[place])
  }

  /// Takes in another's; those that were seen first stay.
  mutating func merge(_ other: TLSHandshakeList) {
    rows = (rows + other.rows).sorted()
    beyond += other.beyond
    guard rows.count > limit else { return }
    beyond += UInt64(rows.count - limit)
    rows.removeLast(rows.count - limit)
  }

  func ranked(maxRows: Int) -> Ranked<TLSHandshake> {
    Ranked(
      rows: Array(rows.sorted().prefix(maxRows)),
      total: Int(clamping: UInt64(rows.count) + beyond))
  }
}
