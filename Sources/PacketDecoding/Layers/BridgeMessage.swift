/// The head of a BPDU of the spanning tree protocols (IEEE 802.1D, 802.1Q clause 14).
package struct BridgeMessage: Sendable {
  /// True if the sender tells of a change of the topology.
  package var tellsChange: Bool

  /// Nil for what is no BPDU.
  package init?(parsing reader: ByteReader) {
    guard let identifier: UInt16 = reader.peek(), identifier == 0,
      let type: UInt8 = reader.peek(at: 3)
    else { return nil }
    switch type {
    case 0x80: tellsChange = true
    case 0x00, 0x02: tellsChange = (reader.peek(at: 4, as: UInt8.self) ?? 0) & 0x01 != 0
    default: return nil
    }
  }
}
