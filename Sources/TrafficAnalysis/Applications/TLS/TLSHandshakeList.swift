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
    beyond += other.beyond
    guard !other.rows.isEmpty else { return }
    // Rows are big: their places are sorted instead, and each is copied once.
    let (mine, others) = (placesInOrder, other.placesInOrder)
    var merged: [TLSHandshake] = []
    merged.reserveCapacity(min(limit, mine.count + others.count))
    var (left, right) = (0, 0)
    while merged.count < limit, left < mine.count || right < others.count {
      let isMine =
        right == others.count
        || left < mine.count && !(other.rows[others[right]] < rows[mine[left]])
      if isMine {
        merged.append(rows[mine[left]])
        left += 1
      } else {
        merged.append(other.rows[others[right]])
        right += 1
      }
    }
    beyond += UInt64(mine.count + others.count - merged.count)
    rows = merged
  }

  private var placesInOrder: [Int] { rows.indices.sorted { rows[$0] < rows[$1] } }

  func ranked(maxRows: Int) -> Ranked<TLSHandshake> {
    Ranked(
      rows: placesInOrder.prefix(maxRows).map { rows[$0] },
      total: Int(clamping: UInt64(rows.count) + beyond))
  }
}
