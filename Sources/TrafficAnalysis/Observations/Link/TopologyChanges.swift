/// How often bridges told one another that the spanning tree changed.
package struct TopologyChanges: Equatable, Sendable {
  /// Spells of messages that tell of a change.
  package var changes: UInt64 = 0
  /// All these messages.
  package var messages: UInt64 = 0
  /// The first message of each spell.
  package var packets = PacketNumbers()

  package init() {}
}
