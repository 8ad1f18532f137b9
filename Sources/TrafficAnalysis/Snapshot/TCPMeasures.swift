/// What TCP analysis says of one connection, beyond its totals.
package struct TCPMeasures: Equatable, Sendable {
  /// SYN to SYN-ACK, and SYN-ACK to ACK, in nanoseconds; nil if not seen.
  package var handshakeToServerNanoseconds: Int64?
  package var handshakeToClientNanoseconds: Int64?
  // In a list, so that a row of a conversation without TCP stays small.
  private var directions = [TCPDirection(), TCPDirection()]

  package init() {}

  /// What the client sent.
  package var toServer: TCPDirection {
    get { directions[0] }
    set { directions[0] = newValue }
  }

  /// What the server sent.
  package var toClient: TCPDirection {
    get { directions[1] }
    set { directions[1] = newValue }
  }
}
