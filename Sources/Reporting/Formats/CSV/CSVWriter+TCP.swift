import TrafficAnalysis

extension CSVWriter {
  /// Columns of a connection's measures: all of what the client sent, then all of what the server sent.
  static let tcpColumns: [String] = {
    let directions = ["to_server", "to_client"]
    return directions.map { "handshake_\($0)_ms" }
      + directions.flatMap { direction in
        TCPDirection.fieldNames.map { "\($0)_\(direction)" }
      }
  }()

  /// Cells of these columns, empty where no details were kept.
  mutating func fields(of measures: TCPMeasures?) {
    guard let measures else {
      for _ in Self.tcpColumns { field(nil as String?) }
      return
    }
    field(decimal: measures.handshakeToServerNanoseconds.map(ExactTime.milliseconds))
    field(decimal: measures.handshakeToClientNanoseconds.map(ExactTime.milliseconds))
    for cell in measures.toServer.fields + measures.toClient.fields {
      switch cell.value {
      case .count(let count): field(count)
      case .decimal(let number): field(decimal: number)
      case .flag(let flag): field(flag.map { $0 ? "true" : "false" })
      }
    }
  }
}
