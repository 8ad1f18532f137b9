import TrafficAnalysis

extension JSONWriter {
  /// What TCP analysis says of a connection, or null.
  mutating func field(_ name: String, _ measures: TCPMeasures?) {
    key(name)
    guard let measures else { return null() }
    object { json in
      json.field(
        "handshake_to_server_ms",
        decimal: measures.handshakeToServerNanoseconds.map(ExactTime.milliseconds))
      json.field(
        "handshake_to_client_ms",
        decimal: measures.handshakeToClientNanoseconds.map(ExactTime.milliseconds))
      json.object("to_server") { $0.fields(of: measures.toServer) }
      json.object("to_client") { $0.fields(of: measures.toClient) }
    }
  }

  private mutating func fields(of direction: TCPDirection) {
    for field in direction.fields {
      switch field.value {
      case .count(let count): self.field(field.name, count)
      case .decimal(let number): self.field(field.name, decimal: number)
      case .flag(let flag):
        key(field.name)
        if let flag { value(flag) } else { null() }
      }
    }
  }
}
