/// What was found in what both ends of a connection sent.
struct FlowSides {
  struct Side {
    var counts = TCPCounts()
    var stall: StallTable.Row?

    var isTrouble: Bool { counts.retransmissions > 0 || counts.zeroWindows > 0 }
  }

  let connection: TCPConnection
  var low = Side()
  var high = Side()

  init(_ place: Int32, _ table: borrowing TCPTable) {
    connection = table.connections[Int(place)]
    guard connection.details >= 0 else { return }
    let trouble = table.trouble(table.details[Int(connection.details)])
    low.counts = trouble.low.counts
    high.counts = trouble.high.counts
    guard !table.stalls.isEmpty else { return }
    low.stall = table.stalls[TCPTable.id(place, isLow: true)]
    high.stall = table.stalls[TCPTable.id(place, isLow: false)]
  }

  var isTrouble: Bool { low.isTrouble || high.isTrouble }
}
