import CaptureFormats

/// Which reports of an archive stay.
struct KeepRule {
  /// How many in all.
  var count: Int?
  /// For how many days after the start of the capture.
  var days: Int?

  /// Those to be removed; never the one that was just made, whatever the age of its packets.
  func expired(
    _ entries: [ArchiveEntry], now: Timestamp, justMade: ArchiveName
  ) -> [ArchiveEntry] {
    let others = entries.filter { $0.name != justMade }.sorted { $0.name > $1.name }
    let beyond = count.map { others.dropFirst($0 - 1) } ?? []
    let surplus = Set(beyond.map(\.name))
    return others.filter { surplus.contains($0.name) || isOld($0, now) }
  }

  private func isOld(_ entry: ArchiveEntry, _ now: Timestamp) -> Bool {
    guard let days else { return false }
    return now.nanoseconds(since: entry.record.start) / 1_000_000_000 / 86_400 >= days
  }
}
