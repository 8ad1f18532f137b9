import PacketDecoding
internal import Wording

/// What a capture has of a set.
struct NameSetMembers: Sendable {
  struct Member: Sendable {
    let text: String
    /// Where it is the address of a host.
    var address: IPAddress?

    func matches(_ pattern: NamePattern) -> Bool {
      address.map { pattern.matches($0) } ?? pattern.matches(text)
    }
  }

  private(set) var members: [Member] = []
  /// Why some may be missing, apart from packets that are.
  var gap: Phrase?
  /// Why nothing can be said of the set at all.
  var absence: Phrase?

  /// Each once, in the order in which it comes first.
  init(_ names: some Sequence<String>, gap: Phrase? = nil) {
    var seen: Set<String> = []
    members = names.filter { seen.insert($0).inserted }.map { Member(text: $0) }
    self.gap = gap
  }

  init(_ addresses: some Sequence<IPAddress>, gap: Phrase? = nil) {
    var seen: Set<IPAddress> = []
    members = addresses.filter { seen.insert($0).inserted }
      .map { Member(text: $0.description, address: $0) }
    self.gap = gap
  }

  init(absence: Phrase) { self.absence = absence }
}
