package import PacketDecoding

/// A full segment that one host sent another again and again without success.
package struct StuckSegment: Sendable {
  package var sender: IPAddress
  package var receiver: IPAddress
  /// The port of the service, and whether the sender is the server.
  package var port: UInt16
  package var isFromServer: Bool
  /// Bytes of payload.
  package var length: UInt32
  /// How often it was sent again.
  package var times: UInt32
  package var packets: PacketNumbers
  /// True if no segment as large came through before, smaller ones did, and the receiver lives.
  package var isLikelyTooBig: Bool

  package var client: IPAddress { isFromServer ? receiver : sender }
  package var server: IPAddress { isFromServer ? sender : receiver }
}

extension StuckSegment {
  /// Nil if the segment came through in the end, as it was.
  init?(_ row: StuckSegments.Row, _ flow: Flow, isLow: Bool, _ sides: FlowSides) {
    let sender = isLow ? sides.connection.low : sides.connection.high
    let receiver = isLow ? sides.connection.high : sides.connection.low
    guard receiver.lastAcknowledgment == row.sequence || row.isSplit else { return nil }
    let isFromServer = flow.clientIsLow != isLow
    self.init(
      sender: isFromServer ? flow.server : flow.client,
      receiver: isFromServer ? flow.client : flow.server, port: flow.serverPort,
      isFromServer: isFromServer, length: row.length, times: row.times, packets: row.packets,
      isLikelyTooBig: false)
    guard sender.marks.contains(.hasSYN), receiver.lastTime > row.time else { return }
    let before = row.sequence &- sender.base &- 1
    let answers = (isLow ? sides.high : sides.low).counts
    // Data that came through tells as long as the receiver did not have to repeat its own, too.
    isLikelyTooBig =
      before < min(row.length, 1460)
      && (answers.duplicateACKs > 0 || row.isSplit
        || before > 0 && answers.dataRetransmissions == 0)
  }
}
