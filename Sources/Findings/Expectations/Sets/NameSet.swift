import TrafficAnalysis

/// Things that a capture holds, each of which has a name: hosts, ports, protocols.
package struct NameSet: Sendable {
  package let name: String
  /// One of them, in a few words: "host".
  package let noun: String
  package let meaning: String
  package let pattern: PatternKind
  let members: @Sendable (Snapshot) -> NameSetMembers
  /// How conversations show a member.
  private let trace: ConversationTrace?

  init(
    _ name: String, _ noun: String, _ meaning: String, _ pattern: PatternKind,
    shownBy trace: ConversationTrace? = nil,
    _ members: @escaping @Sendable (Snapshot) -> NameSetMembers
  ) {
    self.name = name
    self.noun = noun
    self.meaning = meaning
    self.pattern = pattern
    self.trace = trace
    self.members = members
  }

  /// Numbers of the first packets of conversations that show the member, in their order.
  func packets(of member: String, in snapshot: Snapshot) -> [UInt64] {
    guard let trace else { return [] }
    return snapshot.conversations.rows.filter {
      $0.firstPacket > 0 && trace.names(of: $0).contains(member)
    }.map(\.firstPacket).sorted()
  }
}
